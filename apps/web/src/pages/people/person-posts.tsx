import type { Account } from '@jiheng/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { client } from '../../api/client.ts'
import { useMay } from '../../api/use-session.ts'
import { ConfirmAction } from '../../parts/confirm-action.tsx'
import { Section } from '../../parts/section.tsx'
import { Tag } from '../../parts/tag.tsx'
import { people } from '../../wording/people.ts'
import { AddPost } from './add-post.tsx'
import { HandOverDialog } from './hand-over-dialog.tsx'
import { postWords, standingOf, todayInChina } from './posts-of.ts'

const words = people.person
const tones = { now: 'good', past: 'quiet', future: 'info' } as const
type HeldPost = Account['posts'][number]

interface Props {
  readonly account: Account
  readonly onChanged: () => Promise<void>
}

export function PersonPosts({ account, onChanged }: Props) {
  const may = useMay()
  const [isAdding, setAdding] = useState(false)
  const [handing, setHanding] = useState<HeldPost | null>(null)
  const mayManage = may(['post.manage'])
  const end = async (post: string) => {
    await client.call('posts.end', { params: { post } })
    await onChanged()
  }
  const today = todayInChina()
  return (
    <Section
      title={words.posts}
      about={words.postsAbout}
      actions={mayManage && <Button onClick={() => setAdding(true)}>{words.addPost}</Button>}
    >
      {account.posts.length === 0 ? (
        <p className="quiet">{words.noPosts}</p>
      ) : (
        <div className="plain-scroll">
          <table className="plain-table is-lines">
            <thead>
              <tr>
                <th scope="col">{words.organisation}</th>
                <th scope="col">{words.role}</th>
                <th scope="col">{words.from}</th>
                <th scope="col">{words.to}</th>
                <th scope="col">{words.state}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {account.posts.map((post) => {
                const standing = standingOf(post, today)
                return (
                  <tr key={post.id}>
                    <td>{post.organisation?.name ?? people.region}</td>
                    <td>{post.role.name}</td>
                    <td data-label={words.from}>{post.from}</td>
                    <td data-label={words.to}>{post.to}</td>
                    <td className="is-side">
                      <Tag tone={tones[standing]}>{words[standing]}</Tag>
                    </td>
                    <td className="is-end">
                      {mayManage && standing !== 'past' && (
                        <span className="row-buttons">
                          {standing === 'now' && (
                            <Button size="small" onClick={() => setHanding(post)}>
                              {words.handOver}
                            </Button>
                          )}
                          <ConfirmAction
                            title={words.endTitle(postWords(post))}
                            consequence={words.endWhy}
                            confirm={words.endPost}
                            button={{ size: 'small', danger: true }}
                            onConfirm={() => end(post.id)}
                          >
                            {words.endPost}
                          </ConfirmAction>
                        </span>
                      )}
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
      {isAdding && <AddPost account={account.id} onAdded={onChanged} onClose={() => setAdding(false)} />}
      {handing !== null && <HandOverDialog post={handing} from={account.id} onDone={onChanged} onClose={() => setHanding(null)} />}
    </Section>
  )
}
