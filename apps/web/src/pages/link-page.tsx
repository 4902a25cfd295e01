import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { client, ProblemError } from '../api/client.ts'
import { sessionKey } from '../api/use-session.ts'
import { NewPassword } from '../parts/new-password.tsx'
import { ProblemAlert, problemWords } from '../parts/problem-alert.tsx'
import { StateView } from '../parts/state-view.tsx'
import { linkWords, newPassword } from '../wording/sign-in.ts'
import { Gate } from './gate.tsx'
import { useOneTimeWord } from './use-one-time-word.ts'

const toSignIn = <Link to="/sign-in">{linkWords.toSignIn}</Link>

/** An invitation or a reset: whoever holds the link sets the password of the account, once, and is signed in. */
export function LinkPage() {
  const token = useOneTimeWord()
  const navigate = useNavigate()
  const cache = useQueryClient()
  // The link is used up by the form; looking again would only tell that.
  const [isUsed, setUsed] = useState(false)
  const looking = useQuery({
    queryKey: ['link', token],
    queryFn: ({ signal }) => client.call('link.look', { params: { token }, signal }),
    enabled: !isUsed && token !== '',
    staleTime: Number.POSITIVE_INFINITY,
  })
  const using = useMutation({
    mutationFn: ({ password }: { readonly password: string }) => client.call('link.use', { params: { token }, body: { password } }),
    onSuccess: (me) => {
      setUsed(true)
      cache.clear()
      cache.setQueryData(sessionKey, me)
      void navigate('/', { replace: true })
    },
  })
  if (token === '')
    return (
      <Gate title={linkWords.loading}>
        <StateView kind="empty" title={linkWords.incomplete} hint={linkWords.incompleteHint} action={toSignIn} />
      </Gate>
    )
  if (looking.data === undefined)
    return (
      <Gate title={linkWords.loading}>
        {looking.error instanceof ProblemError && looking.error.problem.code === 'link.invalid' ? (
          <StateView kind="empty" title={problemWords(looking.error).title} hint={linkWords.invalidHint} action={toSignIn} />
        ) : looking.error ? (
          <StateView kind="error" error={looking.error} onRetry={() => void looking.refetch()} />
        ) : (
          <StateView kind="loading" />
        )}
      </Gate>
    )
  const { kind, name, loginName, region } = looking.data
  return (
    <Gate title={linkWords.titles[kind]} region={region}>
      <p className="gate-intro">{linkWords.greeting(name, region)}</p>
      <p className="gate-fixed">
        {linkWords.login} <strong>{loginName}</strong>
        <br />
        <span className="gate-help">{linkWords.loginHint}</span>
      </p>
      <Form layout="vertical" requiredMark={false} onFinish={(filled: { readonly password: string }) => using.mutate(filled)}>
        {/* Password managers keep the account with the password. */}
        <input
          type="text"
          className="unseen"
          name="username"
          autoComplete="username"
          value={loginName}
          readOnly
          tabIndex={-1}
          aria-hidden="true"
        />
        <NewPassword label={newPassword.fresh} owner={{ name, loginName }} />
        <ProblemAlert error={using.error} />
        <Button type="primary" htmlType="submit" block loading={using.isPending}>
          {linkWords.submit}
        </Button>
      </Form>
    </Gate>
  )
}
