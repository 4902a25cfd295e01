/** Tokens of the API, of the own account. */
import { byViewer, createToken, listTokens, record, revokeToken } from '@jiheng/store'
import { endpoint, type Handlers } from '../http/endpoint.ts'
import { apiToken, hashSecret } from '../http/secrets.ts'
import { personOf } from '../people/person-of.ts'

const dayMs = 24 * 3600_000

const list = endpoint('tokens.list', {
  run: async ({ work }) => ({ items: [...(await listTokens(personOf(work)))] }),
})

const create = endpoint('tokens.create', {
  run: async ({ ground, work, body, container }) => {
    const secret = container.newSecret()
    const { name, permissions, days } = body
    const expiresAt = new Date(ground.now.getTime() + days * dayMs)
    const item = await createToken(personOf(work), { name, permissions, tokenHash: hashSecret(secret), expiresAt })
    await record(ground, 'token.created', { ...byViewer(work.viewer), subject: { kind: 'token', id: item.id }, details: { name } })
    return { token: apiToken(work.viewer.regionId, secret), item }
  },
})

const revoke = endpoint('tokens.revoke', {
  run: async ({ ground, work, params }) => {
    const name = await revokeToken(personOf(work), params.token)
    await record(ground, 'token.revoked', { ...byViewer(work.viewer), subject: { kind: 'token', id: params.token }, details: { name } })
    return null
  },
})

export const tokenHandlers = { 'tokens.list': list, 'tokens.create': create, 'tokens.revoke': revoke } satisfies Partial<Handlers>
