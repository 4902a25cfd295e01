/**
 * Results are kept for years and read by other programs. This reads those of every version there ever was.
 *
 * A new version is due when a field comes, goes or changes its meaning, or when a closed list of words (`resultWords`) changes. Then: raise
 * RESULT_VERSION, add a step to `upgrades`, and freeze a sample of the old version beside the others in test/result. Samples are never changed.
 */
import type { AuditResult } from '../audit-result.ts'
import { resultShape } from './result-shape.ts'
import { members, NotOfShape, type Path, refuse, whole } from './shapes.ts'

export const RESULT_VERSION = 1

export interface RefusedResult {
  readonly kind: 'refused'
  readonly reason: 'malformed' | 'newer-version'
  /** Where in the value it is not what it should be; empty: the value as a whole. */
  readonly at: Path
  /** For people. */
  readonly message: string
}

export type ReadResult = { readonly kind: 'result'; readonly result: AuditResult } | RefusedResult

type Stored = Readonly<Record<string, unknown>>

/** Step n leads from version n to n + 1. */
const upgrades: readonly ((stored: Stored) => Stored)[] = [
  // 0: results from before they had a version. Nothing else was different.
  (stored) => stored,
]

/** `value` is parsed JSON. The result is a copy that holds what the current version knows and nothing else. */
export function readResult(value: unknown): ReadResult {
  try {
    let stored = members(value, [])
    const version = versionOf(stored)
    if (version > RESULT_VERSION) return newer(version)
    for (const upgrade of upgrades.slice(version)) stored = upgrade(stored)
    return { kind: 'result', result: { version: RESULT_VERSION, ...resultShape(stored, []) } }
  } catch (error) {
    if (error instanceof NotOfShape) return malformed(error)
    throw error
  }
}

/** Version 0 had an engine and no version; what has neither is no result. */
function versionOf(stored: Stored): number {
  if (Object.hasOwn(stored, 'version')) return whole(stored.version, ['version'])
  return Object.hasOwn(stored, 'engine') ? 0 : refuse([], '校核结果', stored)
}

const newer = (version: number): RefusedResult => ({
  kind: 'refused',
  reason: 'newer-version',
  at: ['version'],
  message: `这份结果是第 ${version} 版格式，本程序只认识到第 ${RESULT_VERSION} 版。请更新程序后再读。`,
})

function malformed({ path, wanted, found }: NotOfShape): RefusedResult {
  const where = path.length === 0 ? '' : `${sayPath(path)} `
  return { kind: 'refused', reason: 'malformed', at: path, message: `不是完整的校核结果：${where}应为${wanted}，读到${sayValue(found)}。` }
}

/** findings[3].severity */
const sayPath = (path: Path): string =>
  path.map((part, at) => (typeof part === 'number' ? `[${part}]` : at === 0 ? part : `.${part}`)).join('')

const LONGEST = 60

function sayValue(found: unknown): string {
  if (found === undefined) return '的结果里没有这一项'
  if (typeof found === 'string') return `“${found.slice(0, LONGEST)}${found.length > LONGEST ? '…' : ''}”`
  if (Array.isArray(found)) return `${found.length} 项的列表`
  return typeof found === 'object' && found !== null ? '对象' : String(found)
}
