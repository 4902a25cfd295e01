/** With what an asker of the matrix comes. */
import { apiToken, sessionToken } from '../../../apps/server/src/http/secrets.ts'
import { type Asker, askers } from './who.ts'
import type { World } from './world.ts'

export function headersFor({ secrets, regions }: World, { name, by }: Asker): Record<string, string> {
  const secret = secrets[name]
  if (by === 'nobody' || secret === undefined) return {}
  const { here } = regions
  return by === 'token' ? { authorization: `Bearer ${apiToken(here, secret)}` } : { cookie: `jiheng_session=${sessionToken(here, secret)}` }
}

export function askerOf(name: string): Asker {
  const found = askers.find((asker) => asker.name === name)
  if (found === undefined) throw new Error(`nobody is called ${name}`)
  return found
}
