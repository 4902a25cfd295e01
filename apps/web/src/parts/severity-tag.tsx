import { severities } from '../wording/finding.ts'
import './tag.css'

/** How sure and how grave: by word and by colour, never by colour alone. */
export function SeverityTag({ severity }: { readonly severity: keyof typeof severities }) {
  return <span className={`tag tag-${severity}`}>{severities[severity]}</span>
}
