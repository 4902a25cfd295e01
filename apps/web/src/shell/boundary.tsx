/** Where a page breaks, the frame stays, and says what to do. */
import { Component, type ReactNode } from 'react'
import { StateView } from '../parts/state-view.tsx'
import { MissingPart } from './missing-part.tsx'

interface Props {
  readonly children: ReactNode
}

/** React has no other way to catch what breaks while drawing. */
export class Boundary extends Component<Props, { readonly error: unknown }> {
  override state = { error: null as unknown }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    const { error } = this.state
    if (error === null) return this.props.children
    return isMissingPart(error) ? <MissingPart /> : <StateView kind="broken" />
  }
}

const isMissingPart = (error: unknown) => error instanceof TypeError && /module script|dynamically imported module/i.test(error.message)
