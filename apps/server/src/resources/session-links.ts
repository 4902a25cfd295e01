/** Invitations and resets: the person sets a password by a one-time link, and is signed in. */
import { endSessions, findLink, keepPassword, noteSignIn, record, regionNow, takeLink } from '@jiheng/store'
import { sessionAnswer } from '../http/answers.ts'
import { endpoint, type Handlers } from '../http/endpoint.ts'
import { beginSessionOf } from '../people/begin-session.ts'
import { readLink } from '../people/link-token.ts'
import { refuseWeak } from '../people/weak-passwords.ts'

const kinds = { invite: '邀请', reset: '重置' } as const

const look = endpoint('link.look', {
  run: async ({ ground, params, caller, container }) => {
    container.attempts.note(`link ${caller.address}`, ground.now)
    const { regionId, tokenHash } = readLink(params.token)
    const { kind, name, loginName } = await findLink(ground, regionId, tokenHash)
    return { kind, name, loginName, region: (await regionNow(ground, regionId)).name }
  },
})

const use = endpoint('link.use', {
  prepare: async ({ asked: { params, body }, caller, container, transact }) => {
    container.attempts.note(`link ${caller.address}`, container.clock())
    const { regionId, tokenHash } = readLink(params.token)
    refuseWeak(body.password, await transact((ground) => findLink(ground, regionId, tokenHash)))
    return container.passwords.hash(body.password)
  },
  run: async ({ ground, params, caller, container }, passwordHash: string) => {
    const { regionId, tokenHash } = readLink(params.token)
    const link = await takeLink(ground, regionId, tokenHash)
    await keepPassword(ground, link, passwordHash)
    await noteSignIn(ground, link)
    await endSessions(ground, link)
    const actor = { id: link.accountId, name: link.name }
    await record(ground, 'link.used', { regionId, actor, details: { kind: kinds[link.kind] } })
    const { me, session } = await beginSessionOf(ground, link, caller, container)
    return sessionAnswer(me, session)
  },
})

export const linkHandlers = { 'link.look': look, 'link.use': use } satisfies Partial<Handlers>
