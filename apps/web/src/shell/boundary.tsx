/** Where a page breaks, the frame stays, and says what to do. */
import { Component, type ReactNode } from 'react'
import { StateView } from '../parts/state-view.tsx'

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
    return <StateView kind={isOutdated(error) ? 'outdated' : 'broken'} />
  }
}

/** After an update of the server the parts of the old pages are gone. */
const isOutdated = (error: unknown) => error instanceof TypeError && /module script|dynamically imported module/i.test(error.message)
