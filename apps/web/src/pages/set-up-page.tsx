import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { Link, useNavigate } from 'react-router'
import { client } from '../api/client.ts'
import { sessionKey } from '../api/use-session.ts'
import { NewPassword } from '../parts/new-password.tsx'
import { ProblemAlert } from '../parts/problem-alert.tsx'
import { StateView } from '../parts/state-view.tsx'
import { setUp } from '../wording/set-up.ts'
import { newPassword } from '../wording/sign-in.ts'
import { Gate } from './gate.tsx'
import { useOneTimeWord } from './use-one-time-word.ts'

type Filled = Readonly<Record<'region' | 'code' | 'name' | 'loginName' | 'password', string>>

/** The first start: the link holds a word that works once. */
export function SetUpPage() {
  const token = useOneTimeWord()
  const system = useQuery({ queryKey: ['setup'], queryFn: ({ signal }) => client.call('setup.state', { signal }) })
  return (
    <Gate title={setUp.title} region={system.data?.region?.name} wide>
      {system.isPending ? (
        <StateView kind="loading" />
      ) : system.error ? (
        <StateView kind="error" error={system.error} onRetry={() => void system.refetch()} />
      ) : system.data.isDone ? (
        <StateView kind="empty" title={setUp.done} hint={setUp.doneWhy} action={<Link to="/sign-in">{setUp.toSignIn}</Link>} />
      ) : token === '' ? (
        <StateView kind="empty" title={setUp.noToken} hint={setUp.noTokenWhy} />
      ) : (
        <SetUpForm token={token} region={system.data.region?.name ?? null} warnings={system.data.warnings} />
      )}
    </Gate>
  )
}

interface Props {
  readonly token: string
  /** null: to be named here. */
  readonly region: string | null
  readonly warnings: readonly string[]
}

function SetUpForm({ token, region: there, warnings }: Props) {
  const navigate = useNavigate()
  const cache = useQueryClient()
  const [form] = Form.useForm<Filled>()
  const name = Form.useWatch('name', form) ?? ''
  const loginName = Form.useWatch('loginName', form) ?? ''
  const finishing = useMutation({
    mutationFn: ({ region, code, name, loginName, password }: Filled) =>
      client.call('setup.do', { body: { token, region: there === null ? { name: region, code } : null, name, loginName, password } }),
    onSuccess: (me) => {
      cache.clear()
      cache.setQueryData(sessionKey, me)
      void navigate('/', { replace: true })
    },
  })
  return (
    <>
      <p className="gate-intro">{there === null ? setUp.intro : setUp.introThere(there)}</p>
      <Form<Filled> form={form} layout="vertical" requiredMark={false} onFinish={(filled) => finishing.mutate(filled)}>
        <div className="gate-pair">
          {there === null && <RegionFields />}
          <Form.Item name="name" label={setUp.name} rules={[{ required: true, whitespace: true, message: setUp.nameNeeded }]}>
            <Input autoFocus={there !== null} maxLength={40} autoComplete="name" />
          </Form.Item>
          <Form.Item
            name="loginName"
            label={setUp.login}
            extra={setUp.loginHint}
            rules={[{ required: true, pattern: /^\s*[\p{L}\p{N}._@-]{2,64}\s*$/u, message: setUp.loginNeeded }]}
          >
            <Input maxLength={64} autoComplete="username" />
          </Form.Item>
          <NewPassword label={newPassword.password} owner={{ name, loginName }} />
        </div>
        <ProblemAlert error={finishing.error} />
        <Button type="primary" htmlType="submit" loading={finishing.isPending}>
          {setUp.submit}
        </Button>
      </Form>
      {warnings.length > 0 && (
        <ul className="gate-warnings" aria-label={setUp.warnings}>
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
    </>
  )
}

const RegionFields = () => (
  <>
    <Form.Item
      name="region"
      label={setUp.region}
      extra={setUp.regionHint}
      rules={[{ required: true, whitespace: true, message: setUp.regionNeeded }]}
    >
      <Input autoFocus maxLength={60} autoComplete="off" />
    </Form.Item>
    <Form.Item
      name="code"
      label={setUp.code}
      extra={setUp.codeHint}
      rules={[{ required: true, pattern: /^\d{6}(?:\d{3})?$/, message: setUp.codeNeeded }]}
    >
      <Input inputMode="numeric" maxLength={9} autoComplete="off" />
    </Form.Item>
  </>
)
