/** What an audit is given besides the reports: the scheme that was named, or all that may be recognised, and the approved goals. */
import { readFileSync } from 'node:fs'
import type { Given, GivenScheme } from '@jiheng/audit'
import { goalsAt, readGoals, schemeAt } from '@jiheng/evaluation'
import { problemOf, type RulesForAudit } from '@jiheng/runner'
import { type LoadedSchemes, loadSchemes, readYaml } from '@jiheng/runner/data'
import type { Problem } from '@jiheng/vocabulary'
import { nearest } from '../arguments/nearest.ts'

export interface RulesAsked {
  /** Id of a scheme, or `auto`; null: the report's own rules only. */
  readonly scheme: string | null
  /** File of approved goals. */
  readonly goals: string | null
  readonly year: number | null
  /** YYYY-MM-DD */
  readonly asOf: string
}

export function rulesForAudit(asked: RulesAsked, schemesFolder: string): RulesForAudit | { readonly problems: readonly Problem[] } {
  const loaded = loadSchemes(schemesFolder)
  const { scheme, goals } = asked
  const problems: Problem[] = []
  const found = scheme === null || scheme === 'auto' ? null : schemeOf(scheme, asked, loaded, problems)
  const approved = goals === null ? null : goalsOf(goals, asked.asOf, loaded, problems)
  if (problems.length > 0) return { problems }
  return { given: { scheme: found, goals: approved }, recognisable: scheme === 'auto' ? [...loaded.schemes.values()] : [] }
}

/** Without a year the newest version judges: which year a report is about is only known when it is read. */
function schemeOf(id: string, { year }: RulesAsked, { schemes, problems: broken }: LoadedSchemes, problems: Problem[]): GivenScheme | null {
  const scheme = schemes.get(id)
  if (scheme === undefined) {
    problems.push(...broken.slice(0, 5))
    const near = nearest(id, [...schemes.keys()])
    problems.push({ code: 'command.bad-value', at: ['--scheme'], details: { value: id, ...(near === null ? {} : { nearest: near }) } })
    return null
  }
  const last = scheme.versions.at(-1)
  const at = year === null && last !== undefined ? { version: last } : schemeAt(scheme, `${year}-12-31`)
  if ('version' in at) return { id, label: scheme.label, version: at.version }
  problems.push(at.problem)
  return null
}

function goalsOf(path: string, asOf: string, { items }: LoadedSchemes, problems: Problem[]): Given['goals'] {
  try {
    const read = readYaml(readFileSync(path, 'utf8'), path)
    if ('problems' in read) {
      problems.push(...read.problems)
      return null
    }
    const goals = readGoals(read.value, path, items)
    if ('problems' in goals) {
      problems.push(...goals.problems)
      return null
    }
    const approved = goalsAt(goals.goals, asOf)
    if (approved === null) problems.push({ code: 'scheme.not-in-force', at: [path], details: { day: asOf } })
    return approved
  } catch (error) {
    problems.push(problemOf(error, path))
    return null
  }
}
