/** A browser as far as the server sees one: it keeps cookies. */
import { randomUUID } from 'node:crypto'
import { type AnsweredBy, type Call, type Client, createClient, ProblemError, type RouteId } from '@jiheng/contract'
import type { Server } from '../../src/boot.ts'

export interface Browser {
  readonly client: Client
  /** By name. */
  readonly cookies: Map<string, string>
}

export function browserOn(server: () => Server): Browser {
  const cookies = new Map<string, string>()
  const client = createClient({
    origin: '',
    newKey: randomUUID,
    cookie: () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    send: async (address, init) => {
      const response = await fetch(`${server().address}${address}`, init)
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
        if (value === '') cookies.delete(name)
        else cookies.set(name, value)
      }
      return response
    },
  })
  return { client, cookies }
}

/** The code that is refused with; null where the call succeeds. */
export async function refusalOf<Id extends RouteId>(client: Client, id: Id, call?: Call<Id>): Promise<string | null> {
  try {
    await client.call(id, call)
    return null
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code
    throw error
  }
}

export const goodPassword = 'Shan-Shui-2046'

/** The first administrator, by the link that the server printed. */
export async function setUpBy(browser: Browser, server: Server, loginName = 'admin'): Promise<AnsweredBy<'setup.do'>> {
  const token = new URL(server.setupLink ?? '').searchParams.get('token') ?? ''
  return browser.client.call('setup.do', { body: { token, region: null, name: '管理员', loginName, password: goodPassword } })
}

/** Invited by `admin`, with a password of their own and a browser in which they are signed in. */
export async function invited(
  admin: Client,
  server: () => Server,
  person: { readonly name: string; readonly loginName: string; readonly role: string; readonly organisation: string | null },
): Promise<Browser & { readonly id: string }> {
  const { account, link } = await admin.call('accounts.create', { body: person })
  const browser = browserOn(server)
  const token = new URL(link.address).searchParams.get('token') ?? ''
  await browser.client.call('link.use', { params: { token }, body: { password: goodPassword } })
  return { ...browser, id: account.id }
}

/** Id of a role by its name. */
export async function roleNamed(client: Client, name: string): Promise<string> {
  const { items } = await client.call('roles.list')
  const role = items.find((one) => one.name === name)
  if (role === undefined) throw new Error(`no role ${name}`)
  return role.id
}
