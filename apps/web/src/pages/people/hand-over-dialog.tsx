import type { Account } from '@jiheng/contract'
import { useQueryClient } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { useNavigate } from 'react-router'
import { client } from '../../api/client.ts'
import { FieldsDialog } from '../../parts/fields-dialog.tsx'
import { people } from '../../wording/people.ts'
import { handOversKey } from './people-keys.ts'
import { PersonSelect } from './person-select.tsx'
import { postWords } from './posts-of.ts'

const words = people.person

interface Filled {
  readonly to: string
  readonly note?: string
}

interface Props {
  readonly post: Account['posts'][number]
  /** Who holds it now. */
  readonly from: string
  readonly onDone: () => Promise<void>
  readonly onClose: () => void
}

/** When it is done the sheet to be signed is shown. */
export function HandOverDialog({ post, from, onDone, onClose }: Props) {
  const navigate = useNavigate()
  const cache = useQueryClient()
  const handOver = async ({ to, note = '' }: Filled) => {
    const made = await client.call('posts.hand-over', { params: { post: post.id }, body: { to, note } })
    await Promise.all([onDone(), cache.invalidateQueries({ queryKey: handOversKey })])
    void navigate(`/people/hand-overs?sheet=${made.id}`)
  }
  return (
    <FieldsDialog<Filled> title={words.handOverTitle(postWords(post))} confirm={words.handOverSubmit} onSubmit={handOver} onClose={onClose}>
      <p className="quiet dialog-about">{words.handOverAbout}</p>
      <Form.Item name="to" label={words.taker} extra={words.toHint} rules={[{ required: true, message: words.toNeeded }]}>
        <PersonSelect without={from} />
      </Form.Item>
      <Form.Item name="note" label={words.note} extra={words.noteHint}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </FieldsDialog>
  )
}
