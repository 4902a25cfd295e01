/** What `npm start -- --check` does as a stranger would: the first set-up by the one-time link, then waits until every report of the example is audited. */
import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'

const patienceMs = 10 * 60_000

/** @param {string} address @param {string} setupLink @returns {Promise<{ batches: number, documents: number, audited: number, unread: number }>} */
export async function checkStart(address, setupLink) {
  const page = await fetch(address)
  if (!page.ok || !(await page.text()).includes('<html')) throw new Error(`the page answered ${page.status}`)
  const token = new URL(setupLink).searchParams.get('token')
  // Nobody signs in with it: the data is thrown away.
  const password = randomBytes(18).toString('base64url')
  const me = { token, region: { name: '示例县', code: '000000' }, name: '管理员', loginName: 'check', password }
  const done = await ask(address, '/setup', { method: 'POST', body: JSON.stringify(me), headers: { 'content-type': 'application/json' } })
  const cookie = (done.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
  const until = Date.now() + patienceMs
  for (;;) {
    const { items } = /** @type {{ items: { files: Record<string, number> }[] }} */ (
      await (await ask(address, '/batches', { headers: { cookie } })).json()
    )
    const sum = (/** @type {string} */ state) => items.reduce((all, { files }) => all + (files[state] ?? 0), 0)
    const [audited, unread, open] = [sum('done'), sum('unread'), sum('waiting') + sum('running')]
    if (sum('failed') > 0) throw new Error(`${sum('failed')} documents of the example could not be audited`)
    if (items.length > 0 && open === 0) return { batches: items.length, documents: audited + unread, audited, unread }
    if (Date.now() > until) throw new Error(`${open} documents of the example are not audited after ${patienceMs / 60_000} minutes`)
    await wait(500)
  }
}

/** @param {string} address @param {string} path @param {RequestInit} options */
async function ask(address, path, options) {
  const answer = await fetch(`${address}/api/v1${path}`, { ...options, headers: { ...options.headers, 'x-jiheng-request': '1' } })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  return answer
}
