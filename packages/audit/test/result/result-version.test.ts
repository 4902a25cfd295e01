import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RESULT_VERSION, readResult } from '../../src/index.ts'
import { resultWords } from '../../src/result/result-shape.ts'
import { auditText } from '../audit-text.ts'

type Json = Record<string, unknown>

/** Written once, by the engine of that version, and never changed: whoever kept such results must be able to read them for ever. */
const storedBy = (version: number): Json[] =>
  readFileSync(join(import.meta.dirname, `version-${version}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Json)

const resultOf = (value: unknown) => {
  const read = readResult(value)
  if (read.kind === 'refused') throw new Error(read.message)
  return read.result
}

const refusalOf = (value: unknown) => {
  const read = readResult(value)
  return read.kind === 'refused' ? read : null
}

/** A result with a part of it changed. */
function changed(path: readonly (string | number)[], value: unknown): Json {
  const copy = structuredClone(storedBy(1)[4]) as Json
  let at: Record<string | number, unknown> = copy
  for (const part of path.slice(0, -1)) at = at[part] as Record<string | number, unknown>
  at[path.at(-1) as string] = value
  return copy
}

describe('results of every version there ever was', () => {
  it.each(Array.from({ length: RESULT_VERSION + 1 }, (_, version) => version))('version %i is read whole', (version) => {
    const stored = storedBy(version)
    expect(stored.length).toBeGreaterThan(5)
    for (const one of stored) expect(resultOf(one)).toEqual({ ...one, version: RESULT_VERSION })
  })

  it('hold repairs with alternatives, symptoms, things untold, problems, lines, pages, cells and paragraphs', () => {
    const text = JSON.stringify(storedBy(RESULT_VERSION))
    for (const field of ['"alternatives":[{', '"related":[{', '"untold":[{', '"code":"', '"line":', '"box":', '"cell":', '"paragraph":']) {
      expect(text).toContain(field)
    }
  })
})

it('what the engine writes is of the current version and reads back as it was', () => {
  const { result } = auditText('一、预算执行\n全年预算100万元，全年执行50万元，预算执行率60%。')
  expect(result.findings.length).toBeGreaterThan(0)
  expect(Object.keys(result)[0]).toBe('version')
  expect(resultOf(JSON.parse(JSON.stringify(result)))).toEqual(result)
})

it('a result of a newer version is refused in words', () => {
  expect(refusalOf({ ...storedBy(1)[0], version: RESULT_VERSION + 1 })).toEqual({
    kind: 'refused',
    reason: 'newer-version',
    at: ['version'],
    message: `这份结果是第 ${RESULT_VERSION + 1} 版格式，本程序只认识到第 ${RESULT_VERSION} 版。请更新程序后再读。`,
  })
})

it('what is not known is left out', () => {
  const extra = JSON.parse(JSON.stringify(changed(['findings', 0, 'note'], 1)).replace('{', '{"__proto__":{"polluted":true},"more":[],'))
  expect(resultOf(extra)).toEqual(storedBy(1)[4])
})

describe('what is no result is refused with the place', () => {
  it.each<[readonly (string | number)[], unknown, string]>([
    [['findings', 0, 'severity'], 'fatal', 'findings[0].severity 应为error、warning、info，读到“fatal”'],
    [['findings', 0, 'kind'], 'constructor', 'findings[0].kind 应为'],
    [['findings', 0, 'quotes'], [], 'findings[0].quotes 应为至少一处引文，读到0 项的列表'],
    [['findings', 0, 'quotes', 0, 'start'], -1, 'findings[0].quotes[0].start 应为不小于 0 的整数，读到-1'],
    [['findings', 0, 'quotes', 0, 'box'], [1, 2, 3], 'findings[0].quotes[0].box 应为四个数字'],
    [['findings', 0, 'confidence'], '0.9', 'findings[0].confidence 应为数字，读到“0.9”'],
    [['reports', 0, 'coverage'], null, 'reports[0].coverage 应为对象，读到null'],
    [['sha256'], undefined, 'sha256 应为文字，读到的结果里没有这一项'],
    [['problems'], {}, 'problems 应为列表，读到对象'],
    [['version'], '1', 'version 应为不小于 0 的整数'],
    [['context', 'purpose'], 'x'.repeat(1000), 'context.purpose 应为disclosure，读到“xxx'],
  ])('%j', (path, value, said) => {
    const refusal = refusalOf(changed(path, value))
    expect(refusal?.reason).toBe('malformed')
    expect(refusal?.at).toEqual(path)
    expect(refusal?.message).toContain(said)
    expect(refusal?.message.length).toBeLessThan(400)
  })

  it.each([[null], [undefined], [1], ['text'], [[]], [{}], [{ version: 1 }], [{ batch: { files: 0 } }]])('%j', (value) => {
    expect(refusalOf(value)?.reason).toBe('malformed')
  })

  it('and nothing at all makes it throw', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(readResult(value).kind).toBe('refused')
        expect(['result', 'refused']).toContain(readResult({ ...storedBy(1)[0], reports: value, problems: value }).kind)
      }),
    )
  })
})

it('a word that comes or goes in a closed list is a new version', () => {
  const words = Object.fromEntries(Object.entries(resultWords).map(([list, of]) => [list, Object.keys(of).sort()]))
  expect(words).toEqual(JSON.parse(readFileSync(join(import.meta.dirname, `version-${RESULT_VERSION}-words.json`), 'utf8')))
})
