/** Signing in and out, the own account, the devices on which it is signed in. */
import { Refusal } from '@jiheng/contract'
import {
  type AccountKey,
  byViewer,
  credentialsOf,
  endSession,
  endSessions,
  keepPassword,
  listSessions,
  meOf,
  record,
  sessionOf,
} from '@jiheng/store'
import { sessionAnswer } from '../http/answers.ts'
import { endpoint, type Handlers } from '../http/endpoint.ts'
import { beginSessionOf } from '../people/begin-session.ts'
import { confirmPassword } from '../people/confirm-password.ts'
import { keyOf, personOf } from '../people/person-of.ts'
import { signIn } from '../people/sign-in.ts'
import { refuseWeak } from '../people/weak-passwords.ts'

const enter = endpoint('session.sign-in', {
  prepare: ({ asked: { body }, caller, container, transact }) => signIn({ ...body, address: caller.address }, transact, container),
  run: async ({ ground, caller, container }, key: AccountKey) => {
    const { me, session } = await beginSessionOf(ground, key, caller, container)
    const actor = { id: me.account.id, name: me.account.name }
    await record(ground, 'session.signed-in', { regionId: key.regionId, actor, details: { device: caller.device } })
    return sessionAnswer(me, session)
  },
})

const me = endpoint('session.me', {
  run: async ({ ground, work, caller }) => {
    const session = await sessionOf(work, caller.sessionId)
    return meOf(ground, keyOf(work), { session, tokenPermissions: work.viewer.tokenPermissions })
  },
})

const leave = endpoint('session.sign-out', {
  run: async ({ ground, work, caller }) => {
    await endSession(personOf(work), caller.sessionId as string)
    await record(ground, 'session.signed-out', byViewer(work.viewer))
    return sessionAnswer(null, { token: null, expiresAt: null })
  },
})

const list = endpoint('sessions.list', {
  run: async ({ work, caller }) => {
    const sessions = await listSessions(personOf(work))
    return { items: sessions.map((session) => ({ ...session, isThis: session.id === caller.sessionId })) }
  },
})

const revoke = endpoint('sessions.revoke', {
  run: async ({ ground, work, params }) => {
    await endSession(personOf(work), params.session)
    await record(ground, 'session.revoked', { ...byViewer(work.viewer), subject: { kind: 'session', id: params.session } })
    return null
  },
})

const changePassword = endpoint('session.password', {
  prepare: async (preparing) => {
    const { asked, container } = preparing
    const account = await confirmPassword(preparing, asked.body.old)
    refuseWeak(asked.body.new, account, 'new')
    return { before: account.passwordHash, after: await container.passwords.hash(asked.body.new) }
  },
  run: async ({ ground, work, caller }, { before, after }: { readonly before: string | null; readonly after: string }) => {
    const account = await credentialsOf(ground, keyOf(work), true)
    if (account.passwordHash !== before) throw new Refusal('password.wrong')
    await keepPassword(ground, account, after)
    await endSessions(ground, account, caller.sessionId)
    await record(ground, 'password.changed', byViewer(work.viewer))
    return null
  },
})

export const sessionHandlers = {
  'session.sign-in': enter,
  'session.me': me,
  'session.sign-out': leave,
  'session.password': changePassword,
  'sessions.list': list,
  'sessions.revoke': revoke,
} satisfies Partial<Handlers>
