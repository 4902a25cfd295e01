/** Account and password; the field for the second factor comes when the server asks for it. What was typed stays after a refusal. */
import type { Me } from '@jiheng/contract'
import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { client, ProblemError } from '../api/client.ts'
import { ProblemAlert } from '../parts/problem-alert.tsx'
import { signIn } from '../wording/sign-in.ts'

interface Filled {
  readonly loginName: string
  readonly password: string
  readonly code?: string
}

/** Six figures of the authenticator, or a spare code. */
const code = /^\s*(?:\d{6}|[a-zA-Z2-9]{5}-[a-zA-Z2-9]{5})\s*$/

interface Props {
  /** Who is asked again; the field is filled and stays. */
  readonly loginName?: string
  readonly onSignedIn: (me: Me) => void
}

export function SignInForm({ loginName, onSignedIn }: Props) {
  const [needsCode, setNeedsCode] = useState(false)
  const entering = useMutation({
    mutationFn: (filled: Filled) => client.call('session.sign-in', { body: { ...filled, code: filled.code ?? null } }),
    onSuccess: onSignedIn,
    onError: (error) => {
      if (isAskingForCode(error)) setNeedsCode(true)
    },
  })
  return (
    <>
      <ProblemAlert error={isAskingForCode(entering.error) ? null : entering.error} />
      <Form<Filled>
        // Ids of the fields begin with it: another form may stand on the page below.
        name="sign-in"
        layout="vertical"
        requiredMark={false}
        initialValues={{ loginName: loginName ?? '' }}
        onFinish={(filled) => entering.mutate(filled)}
      >
        <Form.Item name="loginName" label={signIn.login} rules={[{ required: true, message: signIn.loginNeeded }]}>
          <Input autoComplete="username" autoFocus={loginName === undefined} readOnly={loginName !== undefined} maxLength={64} />
        </Form.Item>
        <Form.Item name="password" label={signIn.password} rules={[{ required: true, message: signIn.passwordNeeded }]}>
          <Input.Password autoComplete="current-password" autoFocus={loginName !== undefined} maxLength={256} />
        </Form.Item>
        {needsCode && (
          <Form.Item
            name="code"
            label={signIn.code}
            extra={signIn.codeHint}
            rules={[{ required: true, pattern: code, message: signIn.codeNeeded }]}
          >
            <Input autoComplete="one-time-code" autoFocus maxLength={13} />
          </Form.Item>
        )}
        <Button type="primary" htmlType="submit" block loading={entering.isPending}>
          {signIn.submit}
        </Button>
      </Form>
    </>
  )
}

const isAskingForCode = (error: unknown) => error instanceof ProblemError && error.problem.code === 'session.code-needed'
