/** A person at a browser: opens an address, with a server that answers as told. */

import { type HeldPost, type Inbox, type Me, type Permission, type ProblemCode, problemCodes, type WireProblem } from '@jiheng/contract'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { program } from '../pages/browser.ts'

/** What a page did that it must not: errors, breaches of its policy, requests to other hosts. */
export interface Misdeeds {
  readonly errors: string[]
  readonly breaches: string[]
  readonly foreign: string[]
}

export interface Visit {
  readonly page: Page
  readonly context: BrowserContext
  readonly misdeeds: Misdeeds
}

/** `GET /session` → what is answered; a status of its own where it is no 200. */
export type Answers = Readonly<Record<string, { readonly status?: number; readonly body?: unknown }>>

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

export function startBrowser(): Promise<Browser> {
  if (program === undefined) throw new Error('Chromium is missing')
  return chromium.launch({ executablePath: program, headless: true, args: flags })
}

/** `answers` null: those of the server itself. */
export async function visit(
  browser: Browser,
  address: string,
  answers: Answers | null = {},
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const { origin } = new URL(address)
  const misdeeds: Misdeeds = { errors: [], breaches: [], foreign: [] }
  page.on('console', (message) => {
    // The browser writes a line for every answer that is no success; those are asked for here.
    const isAnswer = message.text().startsWith('Failed to load resource') && message.location().url.includes('/api/')
    if ((message.type() === 'error' || message.type() === 'warning') && !isAnswer) misdeeds.errors.push(message.text())
  })
  page.on('pageerror', (error) => misdeeds.errors.push(String(error)))
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`) && !request.url().startsWith('blob:')) misdeeds.foreign.push(request.url())
  })
  await page.exposeFunction('breach', (what: string) => misdeeds.breaches.push(what))
  await page.addInitScript(() => {
    const { breach } = globalThis as unknown as { breach: (what: string) => void }
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
      breach(`${violatedDirective} ${blockedURI} ${sourceFile}`),
    )
  })
  if (answers !== null)
    await page.route(`${origin}/api/v1/**`, (route) => {
      const request = route.request()
      const { pathname } = new URL(request.url())
      const answer = answers[`${request.method()} ${pathname.slice('/api/v1'.length)}`]
      if (answer === undefined) return route.fulfill({ status: 404, json: problem(404, 'route.not-found'), contentType })
      const { status = 200, body } = answer
      return route.fulfill({ status, ...(body === undefined ? {} : { json: body }), ...(status >= 400 ? { contentType } : {}) })
    })
  await page.goto(address)
  return { page, context, misdeeds }
}

const contentType = 'application/problem+json'

export const problem = (status: number, code: ProblemCode): WireProblem => {
  const { message, remedy } = problemCodes[code]
  return { code, status, message, remedy, at: [], details: {} }
}

const setUp = { 'GET /setup': { body: { isDone: true, signOn: null, warnings: [] } } }

export const nobody: Answers = { ...setUp, 'GET /session': { status: 401, body: problem(401, 'session.missing') } }

const post = (number: number, role: string, name: string, permissions: readonly Permission[]): HeldPost => ({
  id: `00000000-0000-4000-8000-00000000000${number}`,
  role: { id: `00000000-0000-4000-8000-00000000001${number}`, name: role },
  organisation: { id: `00000000-0000-4000-8000-00000000002${number}`, name },
  permissions: [...permissions],
})

const posts = [
  post(1, '绩效股', '示例县财政局', [
    'document.read',
    'batch.manage',
    'finding.dismiss',
    'organisation.manage',
    'account.manage',
    'journal.read',
  ]),
  post(2, '报账员', '示例乡镇财政所', ['self-check.use', 'document.submit', 'finding.answer']),
]

export const me: Me = {
  account: { id: '00000000-0000-4000-8000-000000000031', name: '示例人员', loginName: 'someone', hasSecondFactor: false },
  region: { id: '00000000-0000-4000-8000-000000000041', name: '示例县', code: '000000' },
  posts,
  permissions: posts.flatMap(({ permissions }) => permissions),
  session: null,
}

const inbox: Inbox = {
  year: 2025,
  toReview: 4,
  returned: 9,
  asked: 8,
  answered: 2,
  ownReturned: 0,
  ownAsked: 0,
  unassigned: 1,
  running: 0,
  items: [],
}

export const somebody: Answers = {
  ...setUp,
  'GET /session': { body: me },
  'GET /inbox': { body: inbox },
  'DELETE /session': { status: 204 },
  'POST /sessions': { body: me },
}
