/** Runs a program outside with a time limit; it and what it started are gone afterwards. */
import { spawn } from 'node:child_process'

export interface Ran {
  readonly code: number | null
  readonly isLate: boolean
  /** Standard output, its first megabytes. */
  readonly out: string
}

const mostOutput = 8 * 1024 * 1024

export function runProgram(
  program: string,
  args: readonly string[],
  timeoutMs: number,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'], env, windowsHide: true })
    const pieces: Buffer[] = []
    let length = 0
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      child.kill('SIGKILL')
    }, timeoutMs)
    const end = (code: number | null) => {
      clearTimeout(timer)
      resolve({ code, isLate, out: Buffer.concat(pieces).toString('utf8') })
    }
    child.stdout.on('data', (piece: Buffer) => {
      length += piece.length
      if (length <= mostOutput) pieces.push(piece)
    })
    child.on('error', () => end(null))
    child.on('close', end)
  })
}
