/** Hostile texts, each in a process of its own with a time limit: CPU time at a quarter and at the whole, and peak memory. */
import { spawnSync } from 'node:child_process'
import { auditDocument, readText } from '../engine.ts'
import { hostileTexts } from './texts.ts'

export interface HostileFigure {
  readonly name: string
  /** CPU milliseconds at a quarter of the size and at the whole; null when it did not end in time. */
  readonly quarterMs: number | null
  readonly wholeMs: number | null
  /** 1 = linear, 2 = quadratic. */
  readonly exponent: number | null
  readonly peakMb: number | null
}

interface Once {
  readonly ms: number
  readonly peakMb: number
}

const timeoutMs = 120_000

export function measureHostile(self: string, names = Object.keys(hostileTexts)): readonly HostileFigure[] {
  return names.map((name) => {
    const quarter = inChild(self, name, 0.25)
    const whole = quarter && inChild(self, name, 1)
    const exponent = quarter && whole ? Math.log(whole.ms / quarter.ms) / Math.log(4) : null
    return { name, quarterMs: quarter?.ms ?? null, wholeMs: whole?.ms ?? null, exponent, peakMb: whole?.peakMb ?? null }
  })
}

function inChild(self: string, name: string, size: number): Once | null {
  const child = spawnSync(process.execPath, [self, '--hostile', name, '--size', String(size)], { encoding: 'utf8', timeout: timeoutMs })
  if (child.status !== 0) {
    if (!child.error && child.signal === null) throw new Error(`hostile text “${name}”: ${child.stderr}`)
    return null
  }
  const once: Once = JSON.parse(child.stdout)
  return once
}

/** Inside the child: the least of three runs, after a small one that warms the code up. */
export function runHostile(name: string, size: number): Once {
  const make = hostileTexts[name]
  if (!make) throw new Error(`no hostile text ${name}`)
  for (let i = 0; i < 20; i += 1) auditDocument(readText('warm.txt', make(0.002)))
  const text = make(size)
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < 3; round += 1) {
    const before = process.cpuUsage()
    auditDocument(readText('hostile.txt', text))
    const used = process.cpuUsage(before)
    least = Math.min(least, (used.user + used.system) / 1000)
  }
  return { ms: least, peakMb: process.resourceUsage().maxRSS / 1024 }
}
