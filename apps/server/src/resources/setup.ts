/** The first start, and what a page asks before anybody is signed in. */
import { isSetUp, listRegions, setUp } from '@jiheng/store'
import { sessionAnswer } from '../http/answers.ts'
import { endpoint, type Handlers } from '../http/endpoint.ts'
import { beginSessionOf } from '../people/begin-session.ts'
import { checkSetUpLink, takeSetUpLink } from '../people/set-up-link.ts'
import { refuseWeak } from '../people/weak-passwords.ts'

const state = endpoint('setup.state', {
  run: async ({ ground, container: { signOn, warnings } }) => {
    const [region] = await listRegions(ground)
    const isDone = await isSetUp(ground)
    return {
      isDone,
      region: region === undefined ? null : { name: region.name },
      signOn: signOn === null ? null : { name: signOn.name },
      warnings: isDone ? [] : [...warnings],
    }
  },
})

const perform = endpoint('setup.do', {
  prepare: async ({ asked: { body }, caller, container, transact }) => {
    container.attempts.note(`link ${caller.address}`, container.clock())
    await transact((ground) => checkSetUpLink(ground, body.token))
    refuseWeak(body.password, body)
    return container.passwords.hash(body.password)
  },
  run: async ({ ground, body: { token, region, name, loginName }, caller, container }, passwordHash: string) => {
    await takeSetUpLink(ground, token)
    const key = await setUp(ground, { region, name, loginName, passwordHash })
    const { me, session } = await beginSessionOf(ground, key, caller, container)
    return sessionAnswer(me, session)
  },
})

export const setupHandlers = { 'setup.state': state, 'setup.do': perform } satisfies Handlers<'setup.state' | 'setup.do'>
