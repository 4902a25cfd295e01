import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { client } from '../api/client.ts'
import { sessionKey } from '../api/use-session.ts'
import { ProblemAlert } from '../parts/problem-alert.tsx'
import { StateView } from '../parts/state-view.tsx'
import { setUp } from '../wording/set-up.ts'
import { Gate } from './gate.tsx'

type Filled = Readonly<Record<'region' | 'code' | 'name' | 'loginName' | 'password' | 'again', string>>

/** The first start: the link holds a word that works once. */
export function SetUpPage() {
  const navigate = useNavigate()
  const cache = useQueryClient()
  const [token] = useState(() => new URLSearchParams(location.search).get('token') ?? '')
  // The word leaves the address, so that it stays in no history and on no screenshot.
  useEffect(() => {
    if (token !== '') history.replaceState(history.state, '', location.pathname)
  }, [token])
  const finishing = useMutation({
    mutationFn: ({ region, code, name, loginName, password }: Filled) =>
      client.call('setup.do', { body: { token, region: { name: region, code }, name, loginName, password } }),
    onSuccess: (me) => {
      cache.setQueryData(sessionKey, me)
      void navigate('/', { replace: true })
    },
  })
  if (token === '')
    return (
      <Gate title={setUp.title} wide>
        <StateView kind="empty" title={setUp.noToken} hint={setUp.noTokenWhy} />
      </Gate>
    )
  return (
    <Gate title={setUp.title} wide>
      <p className="gate-intro">{setUp.intro}</p>
      <Form<Filled> layout="vertical" requiredMark={false} onFinish={(filled) => finishing.mutate(filled)}>
        <div className="gate-pair">
          <Form.Item
            name="region"
            label={setUp.region}
            extra={setUp.regionHint}
            rules={[{ required: true, whitespace: true, message: setUp.regionNeeded }]}
          >
            <Input autoFocus maxLength={50} autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="code"
            label={setUp.code}
            extra={setUp.codeHint}
            rules={[{ required: true, pattern: /^\d{6}(?:\d{3})?$/, message: setUp.codeNeeded }]}
          >
            <Input inputMode="numeric" maxLength={9} autoComplete="off" />
          </Form.Item>
          <Form.Item name="name" label={setUp.name} rules={[{ required: true, whitespace: true, message: setUp.nameNeeded }]}>
            <Input maxLength={50} autoComplete="name" />
          </Form.Item>
          <Form.Item
            name="loginName"
            label={setUp.login}
            extra={setUp.loginHint}
            rules={[{ required: true, whitespace: true, message: setUp.loginNeeded }]}
          >
            <Input maxLength={64} autoComplete="username" />
          </Form.Item>
          <Form.Item
            name="password"
            label={setUp.password}
            extra={setUp.passwordHint}
            rules={[
              { required: true, message: setUp.passwordNeeded },
              { min: 10, message: setUp.passwordShort },
            ]}
          >
            <Input.Password maxLength={200} autoComplete="new-password" />
          </Form.Item>
          <Form.Item
            name="again"
            label={setUp.again}
            dependencies={['password']}
            rules={[
              { required: true, message: setUp.againNeeded },
              ({ getFieldValue }) => ({
                validator: async (_, value) => {
                  if (value && value !== getFieldValue('password')) throw new Error(setUp.differs)
                },
              }),
            ]}
          >
            <Input.Password maxLength={200} autoComplete="new-password" />
          </Form.Item>
        </div>
        <ProblemAlert error={finishing.error} />
        <Button type="primary" htmlType="submit" loading={finishing.isPending}>
          {setUp.submit}
        </Button>
      </Form>
    </Gate>
  )
}
