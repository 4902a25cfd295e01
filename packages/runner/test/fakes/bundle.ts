/** The command and the child of a pool, built from source as the release is; `fake` puts the stand-in engine in. */
import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll } from 'vitest'

const root = fileURLToPath(new URL('../../../..', import.meta.url))
const bundles = join(root, '.cache', 'test-bundles')
const buildFile = join(root, 'scripts', 'build-with-fake.mjs')
const fakeFile = fileURLToPath(new URL('./engine.ts', import.meta.url))

/** Built before the tests of a file, gone after them. It lies inside the project, where its libraries are found. */
export function bundled(engine: 'fake' | 'real', file: 'jiheng.mjs' | 'child.mjs' = 'jiheng.mjs'): () => string {
  let folder = ''
  beforeAll(() => {
    mkdirSync(bundles, { recursive: true })
    folder = mkdtempSync(join(bundles, 'bundle-'))
    execFileSync(process.execPath, [buildFile, folder, ...(engine === 'fake' ? [fakeFile] : [])], { cwd: root })
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return () => join(folder, file)
}

export interface Ended {
  readonly code: number | null
  readonly signal: string | null
  readonly out: string
  readonly err: string
}

export interface RunOptions {
  readonly cwd?: string
  readonly stdin?: string
  readonly env?: Readonly<Record<string, string>>
  /** Sent as soon as the text has appeared on stdout. */
  readonly interruptAfter?: string
}

/** Runs the bundle as a user would and waits for its end. */
export function runBundle(file: string, words: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const child = spawn(process.execPath, [file, ...words], { cwd: options.cwd, env: { ...process.env, ...options.env } })
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    const isNew = options.interruptAfter !== undefined && !out.includes(options.interruptAfter)
    out += piece
    if (isNew && out.includes(options.interruptAfter ?? '')) child.kill('SIGINT')
  })
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    err += piece
  })
  child.stdin.on('error', () => {})
  child.stdin.end(options.stdin ?? '')
  return new Promise((resolve) => child.on('close', (code, signal) => resolve({ code, signal, out, err })))
}
