import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { client } from '../../api/client.ts'
import { useWork } from '../../api/use-session.ts'
import { NewPassword } from '../../parts/new-password.tsx'
import { ProblemAlert } from '../../parts/problem-alert.tsx'
import { Section } from '../../parts/section.tsx'
import { account as accountWords } from '../../wording/account.ts'
import { product } from '../../wording/product.ts'
import { newPassword } from '../../wording/sign-in.ts'
import { sessionsKey } from './sessions-section.tsx'

const words = accountWords.password

interface Filled {
  readonly old: string
  readonly password: string
}

export function PasswordSection() {
  const [isOpen, setOpen] = useState(false)
  return (
    <Section title={words.title} about={words.about} actions={!isOpen && <Button onClick={() => setOpen(true)}>{words.change}</Button>}>
      {isOpen && <PasswordForm onClose={() => setOpen(false)} />}
    </Section>
  )
}

function PasswordForm({ onClose }: { readonly onClose: () => void }) {
  const { account } = useWork()
  const { message } = App.useApp()
  const cache = useQueryClient()
  const changing = useMutation({
    mutationFn: ({ old, password }: Filled) => client.call('session.password', { body: { old, new: password } }),
    onSuccess: () => {
      void message.success(words.done)
      void cache.invalidateQueries({ queryKey: sessionsKey })
      onClose()
    },
  })
  return (
    <Form<Filled>
      name="own-password"
      className="account-form"
      layout="vertical"
      requiredMark={false}
      onFinish={(filled) => changing.mutate(filled)}
    >
      <ProblemAlert error={changing.error} />
      <Form.Item name="old" label={words.old} rules={[{ required: true, message: words.oldNeeded }]}>
        <Input.Password autoFocus autoComplete="current-password" maxLength={256} />
      </Form.Item>
      <NewPassword label={newPassword.fresh} owner={account} />
      <div className="account-buttons">
        <Button type="primary" htmlType="submit" loading={changing.isPending}>
          {words.submit}
        </Button>
        <Button onClick={onClose}>{product.cancel}</Button>
      </div>
    </Form>
  )
}
