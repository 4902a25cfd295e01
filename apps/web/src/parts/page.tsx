/** What every page inside the frame begins with: where it is, what it is, what can be done here. */
import { type ReactNode, useEffect } from 'react'
import { Link } from 'react-router'
import { product } from '../wording/product.ts'
import './page.css'

export interface Crumb {
  readonly title: string
  readonly path: string
}

interface Props {
  readonly title: string
  /** Beside the title: a status, a count. */
  readonly extra?: ReactNode
  /** The way here, without this page. */
  readonly crumbs?: readonly Crumb[]
  readonly actions?: ReactNode
  /** The content takes the rest of the window and scrolls by itself: a table, a document. */
  readonly isFilling?: boolean
  readonly children: ReactNode
}

export function Page({ title, extra, crumbs = [], actions, isFilling = false, children }: Props) {
  useEffect(() => {
    document.title = `${title} · ${product.name}`
  }, [title])
  return (
    <div className={`page${isFilling ? ' is-filling' : ''}`}>
      <div className="page-head">
        <div className="page-titles">
          {crumbs.length > 0 && (
            <nav className="crumbs no-print" aria-label={product.crumbs}>
              <ol>
                {crumbs.map((crumb) => (
                  <li key={crumb.path}>
                    <Link to={crumb.path}>{crumb.title}</Link>
                  </li>
                ))}
              </ol>
            </nav>
          )}
          <div className="page-title">
            <h1>{title}</h1>
            {extra}
          </div>
        </div>
        {actions && <div className="page-actions no-print">{actions}</div>}
      </div>
      {children}
    </div>
  )
}
