import { useWork } from '../../api/use-session.ts'
import { Section } from '../../parts/section.tsx'
import { StateView } from '../../parts/state-view.tsx'
import { account } from '../../wording/account.ts'
import { permissionList } from '../../wording/permissions.ts'

const words = account.posts

export function PostsSection() {
  const { posts } = useWork()
  return (
    <Section title={words.title} about={words.about}>
      {posts.length === 0 ? (
        <StateView kind="empty" title={words.none} hint={words.noneHint} />
      ) : (
        <table className="plain-table is-lines">
          <thead>
            <tr>
              <th scope="col">{words.organisation}</th>
              <th scope="col">{words.role}</th>
              <th scope="col">{words.may}</th>
            </tr>
          </thead>
          <tbody>
            {posts.map(({ id, organisation, role, permissions }) => (
              <tr key={id}>
                <td>{organisation?.name ?? account.region}</td>
                <td>{role.name}</td>
                <td className="quiet">{permissionList(permissions)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}
