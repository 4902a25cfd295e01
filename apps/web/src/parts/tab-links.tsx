/** Pages that belong together, one link each; the open one is marked. */
import { NavLink } from 'react-router'
import './tab-links.css'

interface Props {
  readonly label: string
  readonly tabs: readonly { readonly title: string; readonly path: string }[]
}

export const TabLinks = ({ label, tabs }: Props) => (
  <nav className="tab-links no-print" aria-label={label}>
    {tabs.map(({ title, path }) => (
      <NavLink key={path} to={path} end>
        {title}
      </NavLink>
    ))}
  </nav>
)
