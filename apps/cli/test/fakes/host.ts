/** A host that keeps what was written and holds no terminal, clock or process. */
import { fileURLToPath } from 'node:url'
import { fakeEngine } from '../../../../packages/runner/test/fakes/engine.ts'
import { fakeOutputs } from '../../../../packages/runner/test/fakes/outputs.ts'
import type { Host, Screen } from '../../src/host.ts'

export interface Heard {
  readonly host: Host
  readonly out: () => string
  readonly err: () => string
  readonly stop: () => void
}

export interface HostOptions {
  readonly stdin?: string
  readonly terminalColumns?: number
  readonly env?: Host['env']
  readonly engine?: Host['loadEngine']
  readonly outputs?: Host['loadOutputs']
  readonly schemesFolder?: string
  readonly workerPath?: string
  readonly cores?: number
  readonly folder?: string
  readonly clock?: () => number
}

export function aHost(options: HostOptions = {}): Heard {
  const written = { out: '', err: '' }
  const stop = new AbortController()
  const screen = (to: keyof typeof written): Screen => ({
    isTerminal: options.terminalColumns !== undefined,
    columns: () => options.terminalColumns ?? 0,
    write: async (text) => {
      written[to] += text
    },
  })
  const host: Host = {
    stdout: screen('out'),
    stderr: screen('err'),
    stdin: () => piecesOf(options.stdin ?? ''),
    env: options.env ?? {},
    today: () => '2024-03-31',
    now: () => new Date(),
    folder: options.folder ?? process.cwd(),
    clock: options.clock ?? (() => 0),
    cores: options.cores ?? 2,
    memoryBytes: 4 * 1024 ** 3,
    isWindows: false,
    workerPath: options.workerPath ?? '/nowhere',
    keepPrivate: () => {},
    listenForStop: () => stop.signal,
    loadEngine: options.engine ?? (async () => fakeEngine),
    schemesFolder: options.schemesFolder ?? fileURLToPath(new URL('../../../../schemes', import.meta.url)),
    loadOutputs: options.outputs ?? (async () => fakeOutputs),
  }
  return { host, out: () => written.out, err: () => written.err, stop: () => stop.abort() }
}

async function* piecesOf(text: string): AsyncGenerator<Uint8Array> {
  if (text !== '') yield new TextEncoder().encode(text)
}
