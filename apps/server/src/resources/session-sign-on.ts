/** 统一身份认证: the browser goes there and comes back. It is a person at a page, so what fails is told by the sign-in page. */
import { apiRoot, Refusal, routes } from '@jiheng/contract'
import { accountOfSubject, credentialsOf, type Ground, record, writeLocalOnce } from '@jiheng/store'
import type { Container } from '../container.ts'
import { type RedirectAnswer, sessionAnswer } from '../http/answers.ts'
import { endpoint, type Handlers } from '../http/endpoint.ts'
import { beginSessionOf } from '../people/begin-session.ts'

/** Twice for each person, and a whole county may come from one address; nothing can be guessed here. */
const mostTries = 1000

const returnAddress = ({ origin }: Container): string => `${origin}${apiRoot}${routes['sign-on.return'].path}`
/** Paths of ours alone: nothing that came with the request is ever redirected to. */
const to = (location: string, signOnState: string | null = null): RedirectAnswer => ({ kind: 'redirect', location, signOnState })
const told = ({ code }: Refusal): RedirectAnswer => to(`/sign-in?problem=${code}`)

/** The same for all servers on one database, so that a browser may come back to another one. */
async function keyOf(ground: Ground, { newSecret }: Container): Promise<Buffer> {
  const kept = await writeLocalOnce(ground, 'sign-on-key', newSecret())
  return Buffer.from(String(kept), 'base64url')
}

/** What the person cannot change is a value, not a failed request. */
async function orRefusal<Value>(work: Promise<Value>, { log }: Container): Promise<Value | Refusal> {
  return work.catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error
    log.warn({ code: error.code, why: error.details.why }, 'sign-on')
    return error
  })
}

const start = endpoint('sign-on.start', {
  prepare: async ({ caller, container, transact }) => {
    container.attempts.note(`sign-on ${caller.address}`, container.clock(), mostTries)
    const { signOn } = container
    if (signOn === null) return new Refusal('sign-on.unavailable')
    const key = await transact((ground) => keyOf(ground, container))
    return orRefusal(signOn.start(returnAddress(container), key, container.clock()), container)
  },
  run: async (_, begun: { readonly location: string; readonly state: string } | Refusal) =>
    begun instanceof Refusal ? told(begun) : to(begun.location, begun.state),
})

const comeBack = endpoint('sign-on.return', {
  prepare: async ({ asked: { query }, caller, container, transact }) => {
    container.attempts.note(`sign-on ${caller.address}`, container.clock(), mostTries)
    const { signOn } = container
    if (signOn === null) return new Refusal('sign-on.unavailable')
    const key = await transact((ground) => keyOf(ground, container))
    const address = new URL(returnAddress(container))
    for (const [name, value] of Object.entries(query)) if (typeof value === 'string') address.searchParams.set(name, value)
    return orRefusal(signOn.finish(address, caller.signOnState, key, container.clock()), container)
  },
  run: async ({ ground, caller, container }, subject: string | Refusal) => {
    if (subject instanceof Refusal) return told(subject)
    const account = await accountOfSubject(ground, container.signOn?.issuer ?? '', subject)
    if (account === null) return told(new Refusal('sign-on.unknown-person'))
    const { isDisabled } = await credentialsOf(ground, account, false)
    if (isDisabled) return told(new Refusal('session.disabled'))
    const { me, session } = await beginSessionOf(ground, account, caller, container)
    const actor = { id: me.account.id, name: me.account.name }
    await record(ground, 'session.signed-in', { regionId: account.regionId, actor, details: { device: caller.device, by: 'sign-on' } })
    return sessionAnswer(to('/'), session)
  },
})

export const signOnHandlers = { 'sign-on.start': start, 'sign-on.return': comeBack } satisfies Partial<Handlers>
