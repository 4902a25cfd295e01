/** The command as one file, built from source as the release is; `fake` puts the stand-in engine in. */
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll } from 'vitest'

const root = fileURLToPath(new URL('../../../..', import.meta.url))
const fakeFile = fileURLToPath(new URL('./engine.ts', import.meta.url))

/** Built before the tests of a file, gone after them. */
export function bundled(engine: 'fake' | 'real'): () => string {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'jiheng-bundle-'))
    build(engine, join(folder, 'jiheng.mjs'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return () => join(folder, 'jiheng.mjs')
}

function build(engine: 'fake' | 'real', file: string): void {
  const esbuild = join(root, 'node_modules', 'esbuild', 'bin', 'esbuild')
  const shape = ['--bundle', '--platform=node', '--format=esm', '--target=node20.19', '--charset=utf8', '--log-level=error']
  const alias = engine === 'fake' ? [`--alias:@jiheng/ingest=${fakeFile}`, `--alias:@jiheng/audit=${fakeFile}`] : []
  execFileSync(process.execPath, [esbuild, join(root, 'apps/cli/src/main.ts'), `--outfile=${file}`, ...shape, ...alias])
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
