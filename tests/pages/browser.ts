/** A real browser for tests of pages: one process a file, a new empty profile, nothing to reach outside. */
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const candidates = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** undefined where there is none. */
export const program = candidates.find((path) => path !== undefined && path !== '' && existsSync(path))

/** Without it pages cannot be looked at; with CI=true the tests then fail instead of being left out. */
export const hasChromium = program !== undefined

export const skipPages = !hasChromium && !process.env.CI

const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--no-first-run']

/** What a page did that it must not: errors, broken policy, requests to anywhere but the file itself. */
export interface Misdeeds {
  readonly errors: string[]
  readonly requests: string[]
}

export interface Opened {
  readonly page: Page
  readonly context: BrowserContext
  readonly misdeeds: Misdeeds
}

/** Each `open` is a new empty profile; the page stands in a file of its own, as people open it. */
export class Pages {
  readonly #browser: Browser
  readonly #folder: string
  #files = 0

  private constructor(browser: Browser, folder: string) {
    this.#browser = browser
    this.#folder = folder
  }

  static async start(): Promise<Pages> {
    if (program === undefined) throw new Error('Chromium is missing')
    const browser = await chromium.launch({ executablePath: program, headless: true, args: flags })
    return new Pages(browser, await mkdtemp(join(tmpdir(), 'jiheng-pages-')))
  }

  /** Writes the page to a file and opens it; `hash` with its #. `name` may hold folders, for pages that link to each other; `before` runs in the page before it does. */
  async open(text: string, options: BrowserContextOptions = {}, hash = '', name?: string, before?: () => void): Promise<Opened> {
    const file = join(this.#folder, name ?? `${this.#files++}.html`)
    await mkdir(join(file, '..'), { recursive: true })
    await writeFile(file, text)
    const context = await this.#browser.newContext({ viewport: { width: 1366, height: 768 }, ...options })
    const page = await context.newPage()
    if (before !== undefined) await page.addInitScript(before)
    const address = pathToFileURL(file).href
    const misdeeds: Misdeeds = { errors: [], requests: [] }
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') misdeeds.errors.push(message.text())
    })
    page.on('pageerror', (error) => misdeeds.errors.push(String(error)))
    page.on('dialog', (dialog) => {
      misdeeds.errors.push(`dialog: ${dialog.message()}`)
      void dialog.dismiss()
    })
    page.on('request', (request) => {
      if (request.url().split('#')[0] !== address) misdeeds.requests.push(request.url())
    })
    await page.goto(address + hash)
    return { page, context, misdeeds }
  }

  async stop(): Promise<void> {
    await this.#browser.close()
    await rm(this.#folder, { recursive: true, force: true })
  }
}
