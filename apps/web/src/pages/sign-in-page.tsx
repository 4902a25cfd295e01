import { type Me, type ProblemCode, problemCodes } from '@jiheng/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useNavigate, useSearchParams } from 'react-router'
import { client } from '../api/client.ts'
import { sessionKey } from '../api/use-session.ts'
import { signIn } from '../wording/sign-in.ts'
import { Gate } from './gate.tsx'
import { placeBehind } from './place-behind.ts'
import { SignInForm } from './sign-in-form.tsx'

export function SignInPage() {
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const cache = useQueryClient()
  const { data: system } = useQuery({ queryKey: ['setup'], queryFn: ({ signal }) => client.call('setup.state', { signal }), retry: false })
  const enter = (me: Me) => {
    cache.clear()
    cache.setQueryData(sessionKey, me)
    void navigate(placeBehind(search.get('back')), { replace: true })
  }
  const refused = problemNamed(search.get('problem'))
  return (
    <Gate title={signIn.title} region={system?.region?.name}>
      {system?.isDone === false && (
        <Alert className="gate-note" type="info" showIcon title={signIn.notSetUp} description={signIn.notSetUpHint} />
      )}
      {refused && <Alert className="gate-note" type="error" showIcon title={refused.message} description={refused.remedy} />}
      <SignInForm onSignedIn={enter} />
      {system?.signOn && (
        <Button block className="gate-other" href={client.address('sign-on.start')}>
          {signIn.signOn(system.signOn.name)}
        </Button>
      )}
      <p className="gate-help">{signIn.help}</p>
    </Gate>
  )
}

/** Why signing on elsewhere did not work: the server comes back to this page with the code, which anybody could write into the address. */
function problemNamed(code: string | null): { readonly message: string; readonly remedy: string } | null {
  const told: readonly ProblemCode[] = ['sign-on.unavailable', 'sign-on.unknown-person', 'sign-on.refused', 'session.disabled']
  const known = told.find((one) => one === code)
  return known === undefined ? null : problemCodes[known]
}
