import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { client, ProblemError } from '../api/client.ts'
import { sessionKey } from '../api/use-session.ts'
import { ProblemAlert } from '../parts/problem-alert.tsx'
import { signIn } from '../wording/sign-in.ts'
import { Gate } from './gate.tsx'
import { placeBehind } from './place-behind.ts'

interface Filled {
  readonly loginName: string
  readonly password: string
  readonly code?: string
}

/** Account and password; the field for the second factor comes when the server asks for it. */
export function SignInPage() {
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const cache = useQueryClient()
  const [needsCode, setNeedsCode] = useState(false)
  const entering = useMutation({
    mutationFn: (filled: Filled) => client.call('session.sign-in', { body: { ...filled, code: filled.code ?? null } }),
    onSuccess: (session) => {
      cache.clear()
      cache.setQueryData(sessionKey, session)
      void navigate(placeBehind(search.get('back')), { replace: true })
    },
    onError: (error) => {
      if (error instanceof ProblemError && error.problem.code === 'session.code-needed') setNeedsCode(true)
    },
  })
  const { data: system } = useQuery({ queryKey: ['setup'], queryFn: ({ signal }) => client.call('setup.state', { signal }), retry: false })
  const isAskingForCode = entering.error instanceof ProblemError && entering.error.problem.code === 'session.code-needed'
  return (
    <Gate title={signIn.title}>
      <ProblemAlert error={isAskingForCode ? null : entering.error} />
      <Form<Filled> layout="vertical" requiredMark={false} onFinish={(filled) => entering.mutate(filled)}>
        <Form.Item name="loginName" label={signIn.login} rules={[{ required: true, message: signIn.loginNeeded }]}>
          <Input autoComplete="username" autoFocus maxLength={64} />
        </Form.Item>
        <Form.Item name="password" label={signIn.password} rules={[{ required: true, message: signIn.passwordNeeded }]}>
          <Input.Password autoComplete="current-password" maxLength={200} />
        </Form.Item>
        {needsCode && (
          <Form.Item
            name="code"
            label={signIn.code}
            extra={signIn.codeNeeded}
            rules={[{ required: true, pattern: /^\d{6}$/, message: signIn.codeNeeded }]}
          >
            <Input inputMode="numeric" autoComplete="one-time-code" autoFocus maxLength={6} />
          </Form.Item>
        )}
        <Button type="primary" htmlType="submit" block loading={entering.isPending}>
          {signIn.submit}
        </Button>
      </Form>
      {system?.signOn && (
        <Button block className="gate-other" href={client.address('sign-on.start')}>
          {signIn.signOn(system.signOn.name)}
        </Button>
      )}
      <p className="gate-help">{signIn.help}</p>
    </Gate>
  )
}
