/** The sheet on which people sign in or set up: nothing else to see yet. */
import { type ReactNode, useEffect } from 'react'
import { product } from '../wording/product.ts'
import './gate.css'

interface Props {
  readonly title: string
  readonly region?: string | undefined
  readonly wide?: boolean
  readonly children: ReactNode
}

export function Gate({ title, region, wide = false, children }: Props) {
  useEffect(() => {
    document.title = `${title} · ${product.name}`
  }, [title])
  return (
    <main className="gate">
      <div className={`gate-sheet${wide ? ' is-wide' : ''}`}>
        <header className="gate-brand">
          <strong>{product.name}</strong>
          <span>{region === undefined ? product.purpose : `${region} · ${product.purpose}`}</span>
        </header>
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  )
}
