/** The built server as a process of its own, as an office runs it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

export interface ServerProcess {
  readonly address: string
  /** One-time link of the first start. */
  readonly setupLink: string | null
  readonly pid: number
  /** Resolves when the process has ended, whoever ended it. */
  readonly ended: Promise<unknown>
  /** As on Ctrl-C. */
  readonly stop: () => Promise<void>
  /** As when the power fails. */
  readonly kill: () => Promise<void>
}

const patienceMs = 60_000

/** Resolves when it answers. Rejects with what it said when it ends before. */
export async function startServer(
  serverFile: string,
  settings: Readonly<Record<string, string>>,
  words: readonly string[] = [],
): Promise<ServerProcess> {
  const env = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', NODE_ENV: 'production', ...settings }
  const child = spawn(process.execPath, [serverFile, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = once(child, 'exit')
  const errors: string[] = []
  createInterface({ input: child.stderr }).on('line', (line) => errors.push(line) > 200 && errors.shift())
  const started = await saidStarted(child, errors)
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    await ended
  }
  return { ...started, pid: child.pid as number, ended, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
}

function saidStarted(
  child: ChildProcess,
  errors: readonly string[],
): Promise<{ readonly address: string; readonly setupLink: string | null }> {
  return new Promise((resolve, reject) => {
    const refuse = () => reject(new Error(`the server did not start: ${errors.join('\n')}`))
    const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs)
    child.once('exit', refuse)
    let address: string | null = null
    let isLinkNext = false
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
      address ??= /^绩衡已启动：(\S+)/.exec(line)?.[1] ?? null
      const link = /^\s+(http\S+\/setup\?token=\S+)/.exec(line)?.[1] ?? null
      if (line.includes('一次性链接')) isLinkNext = true
      else if (address !== null && (link !== null || !isLinkNext)) settle(address, link)
    })
    const settle = (at: string, setupLink: string | null) => {
      // The link is said right behind the address, or never.
      setTimeout(
        () => {
          if (setupLink === null && isLinkNext) return
          clearTimeout(timer)
          child.off('exit', refuse)
          resolve({ address: at, setupLink })
        },
        setupLink === null ? 100 : 0,
      )
    }
  })
}

/** Processes in which the server reads what people send. */
export function childrenOf(pid: number): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((one) => parentOf(one) === pid)
}

function parentOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return null
  }
}
