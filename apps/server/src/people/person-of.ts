/** What concerns the security of an account is done by the person at a page, never by a token of the API. */
import { Refusal } from '@jiheng/contract'
import type { Work } from '@jiheng/store'

export function personOf(work: Work): Work {
  if (work.viewer.tokenPermissions !== null) throw new Refusal('token.scope', { details: { permission: '账号安全设置' } })
  return work
}

export const keyOf = ({ viewer }: Work) => ({ regionId: viewer.regionId, accountId: viewer.accountId })
