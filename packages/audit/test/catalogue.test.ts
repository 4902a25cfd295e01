import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { CATALOGUE_VERSION, catalogue, type FindingKind } from '../src/index.ts'

/** Of checks: between figures, of the form of a report, of what it says. */
const FOLDERS = ['figures', 'form', 'statements', 'scheme']
const HAN = /\p{Script=Han}/u
/** What figures can get wrong: contract.md, kinds of finding, without those that need no arithmetic. */
const NUMERIC: readonly FindingKind[] = [
  'sum',
  'difference',
  'ratio',
  'growth',
  'product-score',
  'score-total',
  'weight-total',
  'grade-band',
  'conversion',
  'restated-fact',
  'text-vs-table',
  'claim-vs-count',
  'unit',
  'impossible-value',
]

describe('the catalogue of checks', () => {
  test('every id is its own', () => {
    expect(new Set(catalogue.map(({ id }) => id)).size).toBe(catalogue.length)
  })

  test('every kind of numeric fault has a check', () => {
    const kinds = new Set(catalogue.map(({ kind }) => kind))
    expect(NUMERIC.filter((kind) => !kinds.has(kind))).toEqual([])
  })

  test('it has a version', () => expect(CATALOGUE_VERSION).toMatch(/^[0-9a-f]{16}$/))

  describe.each(catalogue.map((check) => [check.id, check] as const))('%s', (id, check) => {
    test('is named for a fault', () => {
      expect(id).toMatch(/^[a-z]+(?:-[a-z]+)+$/)
      expect(id).not.toMatch(/^(?:check|verify|validate|test|find|is|has|no)-/)
    })

    test('is the file of that name', () => {
      expect(FOLDERS.filter((folder) => existsSync(new URL(`../src/checks/${folder}/${id}.ts`, import.meta.url)))).toHaveLength(1)
    })

    test('has tests of its own', () => {
      expect(FOLDERS.filter((folder) => existsSync(new URL(`checks/${folder}/${id}.test.ts`, import.meta.url)))).toHaveLength(1)
    })

    test('says in Chinese what is wrong, what to do and what is compared', () => {
      const { title, remedy, explain } = check.wording
      for (const words of [title, remedy, explain]) expect(words).toMatch(HAN)
      expect(title).not.toMatch(/[。！]$/)
      expect(title.length).toBeLessThanOrEqual(20)
      expect(`${title}${remedy}${explain}`).not.toMatch(/你|您|错误地|必须/)
    })

    test('has an English title', () => {
      expect(check.wording.titleEnglish).toMatch(/^[A-Z][ -~]+[a-z]$/)
    })

    test('cites where it comes from', () => {
      expect(check.source).not.toBe('')
      expect(['error', 'warning', 'info']).toContain(check.severity)
    })
  })
})
