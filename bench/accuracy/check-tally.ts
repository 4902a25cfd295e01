/** How often each check speaks on the labelled reports, and how often rightly. */
import type { Finding } from '@jiheng/audit'
import type { Score } from '../score/score.ts'

export interface CheckTally {
  readonly check: string
  /** Findings of any severity. */
  readonly fires: number
  readonly info: number
  readonly right: number
  readonly wrong: number
  readonly neutral: number
}

export function tallyChecks(findings: readonly Finding[], result: Score): readonly CheckTally[] {
  const checks = [...new Set(findings.map((finding) => finding.check))].sort()
  const marks = new Map(result.findings.map((marked) => [marked.finding, marked.mark]))
  return checks.map((check) => {
    const own = findings.filter((finding) => finding.check === check)
    const marked = (mark: string): number => own.filter((finding) => marks.get(finding) === mark).length
    const info = own.filter((finding) => finding.severity === 'info').length
    return { check, fires: own.length, info, right: marked('tp'), wrong: marked('fp'), neutral: marked('neutral') }
  })
}
