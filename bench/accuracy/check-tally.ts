/** Back-tests of each check: how often it speaks on the corpus, and how often rightly. */
import type { Finding } from '@jiheng/audit'
import { score } from '../score/score.ts'
import type { AuditedReport } from './audited-report.ts'
import { isAlarm } from './places.ts'

export interface Rightness {
  readonly right: number
  /** Touches a doubtful entry, or one of a kind that is not scored. */
  readonly neutral: number
  /** Touches nothing that the labels call wrong. */
  readonly wrong: number
}

export interface CheckTally {
  readonly check: string
  /** 差错 and 疑点, 提示, on reports with labelled faults. */
  readonly alarms: Rightness
  readonly hints: Rightness
  /** The same on reports without faults, where each is wrong. */
  readonly cleanAlarms: number
  readonly cleanHints: number
}

/** All checks that speak anywhere; `faulty` reports have their faults labelled, `clean` ones have none. */
export function tallyChecks(faulty: readonly AuditedReport[], clean: readonly AuditedReport[]): readonly CheckTally[] {
  const marked = marksOf(faulty)
  const quiet = clean.flatMap((report) => report.result.findings)
  const checks = [...new Set([...marked.keys(), ...quiet].map((finding) => finding.check))].sort()
  return checks.map((check) => {
    const own = [...marked].filter(([finding]) => finding.check === check)
    const count = (alarm: boolean, mark: string): number => own.filter(([finding, is]) => isAlarm(finding) === alarm && is === mark).length
    const rightness = (alarm: boolean): Rightness => ({
      right: count(alarm, 'tp'),
      neutral: count(alarm, 'neutral'),
      wrong: count(alarm, 'fp'),
    })
    const silent = quiet.filter((finding) => finding.check === check)
    const cleanAlarms = silent.filter(isAlarm).length
    return { check, alarms: rightness(true), hints: rightness(false), cleanAlarms, cleanHints: silent.length - cleanAlarms }
  })
}

/** Every finding is judged as if it were an alarm, so that 提示 are judged, too. */
function marksOf(reports: readonly AuditedReport[]): ReadonlyMap<Finding, string> {
  const marks = new Map<Finding, string>()
  for (const { report, result } of reports) {
    const raised = new Map(result.findings.map((finding) => [{ ...finding, severity: 'warning' as const }, finding]))
    const judged = score(new Map([[report.doc, report.entries]]), () => [...raised.keys()])
    for (const { finding, mark } of judged.findings) {
      const own = raised.get(finding as Finding & { severity: 'warning' })
      if (own !== undefined) marks.set(own, mark)
    }
  }
  return marks
}
