/** A part of a page with a heading of its own. */
import { type ReactNode, useId } from 'react'
import './section.css'

interface Props {
  readonly title: string
  /** Under the title: what this part is for. */
  readonly about?: ReactNode
  readonly actions?: ReactNode
  readonly className?: string
  readonly children?: ReactNode
}

export function Section({ title, about, actions, className = '', children }: Props) {
  const heading = useId()
  return (
    <section className={`panel section ${className}`} aria-labelledby={heading}>
      <div className="section-head">
        <div>
          <h2 id={heading}>{title}</h2>
          {about && <p className="section-about">{about}</p>}
        </div>
        {actions && <div className="section-actions no-print">{actions}</div>}
      </div>
      {children}
    </section>
  )
}
