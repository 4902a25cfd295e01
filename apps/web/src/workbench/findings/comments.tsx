import type { Finding } from '@jiheng/contract'
import { Tag } from '../../parts/tag.tsx'
import { Time } from '../../parts/time.tsx'
import { finding as words } from '../../wording/finding.ts'
import { useDesk } from '../desk.ts'
import { useComments } from '../use-document.ts'

/** What was said about one finding, oldest first. */
export function Comments({ finding }: { readonly finding: Finding }) {
  const { document, hasAudience } = useDesk()
  const { data } = useComments(document, true)
  const here = data?.filter((one) => one.finding === finding.id).toSorted((a, b) => a.at.localeCompare(b.at))
  if (here === undefined) return null
  return (
    <ul className="finding-comments" aria-label={words.actions.comment}>
      {here.map(({ id, by, at, text, audience }) => (
        <li key={id}>
          <p className="comment-who">
            <strong>{by.name}</strong> <Time instant={at} />
            {hasAudience && <Tag tone={audience === 'all' ? 'info' : 'quiet'}>{words.audiences[audience]}</Tag>}
          </p>
          <p className="comment-text">{text}</p>
        </li>
      ))}
      {here.length === 0 && <li>{words.noComments}</li>}
    </ul>
  )
}
