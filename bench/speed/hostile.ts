/** Hostile texts, each in a process of its own with a time limit: CPU time at a quarter and at the whole, and peak memory. */
import { spawnSync } from 'node:child_process'
import { auditDocument, readText } from '../engine.ts'
import { cpuMs } from './clock.ts'
import { hostileTexts } from './texts.ts'

export interface HostileFigure {
  readonly name: string
  /** CPU milliseconds at a quarter of the size and at the whole; null when it did not end in time. */
  readonly quarterMs: number | null
  readonly wholeMs: number | null
  /** 1 = linear, 2 = quadratic. */
  readonly exponent: number | null
  readonly peakMb: number | null
  /** Codes of the problems that the engine reports of the text, such as a limit that cut it. */
  readonly problems: readonly string[]
}

type Measured = Omit<HostileFigure, 'name' | 'exponent'>

const timeoutMs = 300_000
const unknown: Measured = { quarterMs: null, wholeMs: null, peakMb: null, problems: [] }

export function measureHostile(self: string, names = Object.keys(hostileTexts)): readonly HostileFigure[] {
  return names.map((name) => {
    const measured = inChild(self, name)
    const { quarterMs, wholeMs } = measured
    return { name, ...measured, exponent: quarterMs && wholeMs ? Math.log(wholeMs / quarterMs) / Math.log(4) : null }
  })
}

function inChild(self: string, name: string): Measured {
  const child = spawnSync(process.execPath, [self, '--hostile', name], { encoding: 'utf8', timeout: timeoutMs })
  if (child.status !== 0 && !child.error && child.signal === null) throw new Error(`hostile text “${name}”: ${child.stderr}`)
  const measured: Measured = child.status === 0 ? JSON.parse(child.stdout) : unknown
  return measured
}

/** Inside the child. Both sizes run on code that is warm; cold code at the small size would hide growth. */
export function runHostile(name: string): Measured {
  const make = hostileTexts[name]
  if (!make) throw new Error(`no hostile text ${name}`)
  const work = (text: string) => () => auditDocument(readText('hostile.txt', text))
  const [quarter, whole] = [make(0.25), make(1)]
  cpuMs(work(quarter), 800)
  const least = (text: string): number => Math.min(...[1, 2, 3].map(() => cpuMs(work(text))))
  const problems = [...new Set(work(whole)().problems.map((problem) => problem.code))]
  return { quarterMs: least(quarter), wholeMs: least(whole), peakMb: process.resourceUsage().maxRSS / 1024, problems }
}
