/** All speed figures of one run. */
import { auditDocument, readText } from '../engine.ts'
import { medianCpuMs, mediansInTurn } from './clock.ts'
import { type EvaluationSpeed, measureEvaluation } from './evaluation.ts'
import { type HostileFigure, measureHostile } from './hostile.ts'
import { measureReaders, type ReaderFigure } from './readers.ts'
import { longReport, manyReports, typicalReport } from './texts.ts'

export const times = [1, 4, 16, 64] as const

export interface GrowthFigure {
  readonly name: string
  /** How many reports the engine sees at each size. */
  readonly reports: readonly number[]
  readonly characters: readonly number[]
  /** Cost per character against that of the first. */
  readonly ratios: readonly number[]
}

export interface Speed {
  readonly node: string
  readonly characters: number
  readonly readMs: number
  readonly wholeMs: number
  readonly growth: readonly GrowthFigure[]
  readonly hostile: readonly HostileFigure[]
  readonly readers: readonly ReaderFigure[]
  readonly evaluation: EvaluationSpeed
  /** Of this process, with the corpus and 64 reports in memory. */
  readonly peakMb: number
}

/** @param self the bundle that runs; hostile texts run it again as a child */
export async function measureSpeed(self: string): Promise<Speed> {
  const text = typicalReport()
  const whole = (source: string) => () => auditDocument(readText('report.txt', source))
  const [readMs = 0, wholeMs = 0] = mediansInTurn([() => readText('report.txt', text), whole(text)], 11)
  const absolute = medianCpuMs(whole(text))
  return {
    node: process.version,
    characters: text.length,
    readMs,
    wholeMs: Math.min(wholeMs, absolute),
    growth: [growthOf('one report of growing length', longReport), growthOf('many reports in one file', manyReports)],
    peakMb: process.resourceUsage().maxRSS / 1024,
    hostile: measureHostile(self),
    readers: await measureReaders(),
    evaluation: measureEvaluation(),
  }
}

function growthOf(name: string, make: (times: number) => string): GrowthFigure {
  const texts = times.map(make)
  const ms = mediansInTurn(
    texts.map((text) => () => auditDocument(readText('report.txt', text))),
    5,
  )
  const perCharacter = texts.map((text, i) => (ms[i] ?? 0) / text.length)
  return {
    name,
    reports: texts.map((text) => readText('report.txt', text).reports.length),
    characters: texts.map((text) => text.length),
    ratios: perCharacter.map((cost) => cost / (perCharacter[0] ?? cost)),
  }
}

/** Of these formats reading is to cost more than auditing. */
const dominatedByReading = ['docx', 'pdf']
/** Below this the growth of a time says nothing. */
const tooShortMs = 20

export interface SpeedGate {
  readonly says: string
  readonly holds: boolean
}

/** Ratios in one run only; absolute times are printed and never asserted. */
export function speedGates(speed: Speed): readonly SpeedGate[] {
  return [
    ...speed.growth.map(({ name, ratios }) => {
      const last = ratios.at(-1) ?? 0
      return { says: `${name}: cost per character at 64× is ${last.toFixed(2)} of that at 1×, at most 1.2`, holds: last <= 1.2 }
    }),
    ...speed.readers
      .filter(({ format }) => dominatedByReading.includes(format))
      .map(({ format, readMs, auditMs }) => ({
        says: `${format}: auditing costs ${(auditMs / readMs).toFixed(2)} × reading, at most 1`,
        holds: auditMs <= readMs,
      })),
    ...evaluationGates(speed.evaluation),
    ...speed.hostile.map(({ name, exponent, wholeMs }) => ({
      says: `${name}: growth exponent ${exponent === null ? 'not told, it did not end in time' : exponent.toFixed(2)}, at most 1.3 (from ${tooShortMs} ms on)`,
      holds: exponent !== null && (exponent <= 1.3 || (wholeMs ?? 0) < tooShortMs),
    })),
  ]
}

export function evaluationGates({ handMs, kernelMs, files, simulationMs, fullMs }: EvaluationSpeed): readonly SpeedGate[] {
  const [against, share] = [kernelMs / handMs, simulationMs / fullMs]
  const costs = files.map(({ ms, units }) => ms / units)
  const growth = (costs.at(-1) ?? 0) / (costs[0] ?? 1)
  return [
    { says: `scoring many units: ${against.toFixed(2)} × a loop written by hand for the one scheme, at most 5`, holds: against <= 5 },
    { says: `scoring from a file: a unit of 100,000 costs ${growth.toFixed(2)} of a unit of 1,000, at most 1.3`, holds: growth <= 1.3 },
    { says: `trying another rule for 4 of 40 indicators: ${share.toFixed(2)} of scoring anew, at most 0.4`, holds: share <= 0.4 },
  ]
}
