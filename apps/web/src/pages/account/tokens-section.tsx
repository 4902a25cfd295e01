import type { AnsweredBy, Permission } from '@jiheng/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { client } from '../../api/client.ts'
import { useWork } from '../../api/use-session.ts'
import { ConfirmAction } from '../../parts/confirm-action.tsx'
import { CopyText } from '../../parts/copy-text.tsx'
import { FieldsDialog } from '../../parts/fields-dialog.tsx'
import { PermissionBoxes } from '../../parts/permission-boxes.tsx'
import { Section } from '../../parts/section.tsx'
import { StateView } from '../../parts/state-view.tsx'
import { Time } from '../../parts/time.tsx'
import { account } from '../../wording/account.ts'
import { permissionList } from '../../wording/permissions.ts'

const words = account.tokens
const tokensKey = ['tokens'] as const
type Tokens = AnsweredBy<'tokens.list'>['items']

interface Filled {
  readonly name: string
  readonly permissions: readonly Permission[]
  readonly days: number
}

export function TokensSection() {
  const { permissions } = useWork()
  const cache = useQueryClient()
  const { data, error, refetch } = useQuery({ queryKey: tokensKey, queryFn: ({ signal }) => client.call('tokens.list', { signal }) })
  const [isOpen, setOpen] = useState(false)
  const [shown, setShown] = useState<string | null>(null)
  const changed = () => cache.invalidateQueries({ queryKey: tokensKey })
  const create = async ({ name, permissions, days }: Filled) => {
    const { token } = await client.call('tokens.create', { body: { name, permissions: [...permissions], days } })
    setShown(token)
    await changed()
  }
  const revoke = async (token: string) => {
    await client.call('tokens.revoke', { params: { token } })
    await changed()
  }
  return (
    <Section title={words.title} about={words.about} actions={<Button onClick={() => setOpen(true)}>{words.create}</Button>}>
      {shown !== null && <NewToken token={shown} onClose={() => setShown(null)} />}
      {data === undefined ? (
        error === null ? (
          <StateView kind="loading" />
        ) : (
          <StateView kind="error" error={error} onRetry={() => void refetch()} />
        )
      ) : data.items.length === 0 ? (
        <p className="quiet">{words.none}</p>
      ) : (
        <TokenTable tokens={data.items} onRevoke={revoke} />
      )}
      {isOpen && (
        <FieldsDialog<Filled>
          title={words.create}
          confirm={words.submit}
          width={560}
          initial={{ days: 90, permissions: [] }}
          onSubmit={create}
          onClose={() => setOpen(false)}
        >
          <Form.Item
            name="name"
            label={words.name}
            extra={words.nameHint}
            rules={[{ required: true, whitespace: true, message: words.nameNeeded }]}
          >
            <Input maxLength={60} autoFocus />
          </Form.Item>
          <Form.Item
            name="permissions"
            label={words.scopes}
            extra={words.scopesHint}
            rules={[{ required: true, type: 'array', min: 1, message: words.scopesNeeded }]}
          >
            <PermissionBoxes label={words.scopes} offered={permissions} />
          </Form.Item>
          <Form.Item name="days" label={words.days}>
            <Radio.Group options={Object.entries(words.dayChoices).map(([days, label]) => ({ value: Number(days), label }))} />
          </Form.Item>
        </FieldsDialog>
      )}
    </Section>
  )
}

const NewToken = ({ token, onClose }: { readonly token: string; readonly onClose: () => void }) => (
  <Alert
    type="warning"
    title={words.shownTitle}
    description={
      <>
        <p>{words.shownHint}</p>
        <CopyText label={words.shownLabel} text={token} />
        <Button className="account-close" onClick={onClose}>
          {words.close}
        </Button>
      </>
    }
  />
)

const TokenTable = ({ tokens, onRevoke }: { readonly tokens: Tokens; readonly onRevoke: (token: string) => Promise<void> }) => (
  <div className="plain-scroll">
    <table className="plain-table is-lines">
      <thead>
        <tr>
          <th scope="col">{words.name}</th>
          <th scope="col">{words.scopes}</th>
          <th scope="col">{words.until}</th>
          <th scope="col">{words.used}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {tokens.map(({ id, name, permissions, expiresAt, lastUsedAt }) => (
          <tr key={id}>
            <td>{name}</td>
            <td className="quiet">{permissionList(permissions)}</td>
            <td data-label={words.until}>
              <Time instant={expiresAt} />
            </td>
            <td data-label={words.used}>{lastUsedAt === null ? words.never : <Time instant={lastUsedAt} />}</td>
            <td className="is-end">
              <ConfirmAction
                title={words.revokeTitle}
                consequence={words.revokeWhy(name)}
                confirm={words.revoke}
                button={{ size: 'small', danger: true }}
                onConfirm={() => onRevoke(id)}
              >
                {words.revoke}
              </ConfirmAction>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
