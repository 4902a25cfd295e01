/** The sheet on which people sign in or set up: nothing else to see yet. */
import { type ReactNode, useEffect } from 'react'
import { product } from '../wording/product.ts'
import './gate.css'

export function Gate({ title, wide = false, children }: { readonly title: string; readonly wide?: boolean; readonly children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · ${product.name}`
  }, [title])
  return (
    <main className="gate">
      <div className={`gate-sheet${wide ? ' is-wide' : ''}`}>
        <header className="gate-brand">
          <strong>{product.name}</strong>
          <span>{product.purpose}</span>
        </header>
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  )
}
