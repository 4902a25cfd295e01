import { readFileSync } from 'node:fs'
import { planOf, runExample, type SchemeNode, type SchemeVersion } from '@jiheng/evaluation'
import { dimensionOf } from '@jiheng/quantity'
import { CONCEPTS } from '@jiheng/vocabulary'
import { describe, expect, test } from 'vitest'
import { inRoot } from '../../scripts/bootstrap/root.mjs'
import { shipped } from './shipped.ts'

const { schemes, items, financialIndicators } = shipped
const versions = [...schemes.values()].flatMap((scheme) => scheme.versions.map((version) => [scheme.id, version] as const))
const nodesIn = (nodes: readonly SchemeNode[]): readonly SchemeNode[] =>
  nodes.flatMap((node) => (node.kind === 'block' ? [node, ...nodesIn(node.children)] : [node]))
const indicatorsIn = (version: SchemeVersion) => nodesIn(version.tree).filter((node) => node.kind === 'indicator')

describe('the catalogue of items', () => {
  test('an item that is a concept of the audit has its dimension and its kind', () => {
    const concepts = new Map(CONCEPTS.map((concept) => [concept.id, concept]))
    const shared = [...items.values()].filter(({ id }) => concepts.has(id))
    expect(shared.length).toBeGreaterThan(30)
    for (const { id, unit, kind } of shared) {
      const concept = concepts.get(id)
      if (concept?.kind === 'count') expect(dimensionOf(unit), id).toMatch(/^each:/)
      else expect(dimensionOf(unit), id).toBe('money')
      if (concept?.kind === 'stock') expect(kind, id).toBe('stock')
    }
  })

  test('labels are clear: no two items share one', () => {
    const labels = [...items.values()].map(({ label }) => label)
    expect(labels.filter((label, at) => labels.indexOf(label) !== at)).toEqual([])
  })

  test('the money chain adds up from last year to what is left', () => {
    for (const id of ['carry-in', 'initial-budget', 'budget-addition', 'budget-reduction', 'transfer', 'clawback'])
      expect(items.get('adjusted-budget')?.formula?.text).toContain(id)
    expect(items.get('carry-out')?.formula?.text).toBe('adjusted-budget - executed')
  })
})

describe('financial indicators', () => {
  test('FI-01 to FI-36 are all there', () => {
    const numbers = financialIndicators.map(({ number }) => number.slice(0, 5))
    for (let at = 1; at <= 36; at++) expect(numbers).toContain(`FI-${String(at).padStart(2, '0')}`)
  })

  test.each(financialIndicators.map((one) => [`${one.number} ${one.label}`, one] as const))(
    '%s gives the printed figures',
    (_name, one) => {
      expect(one.examples.length).toBeGreaterThan(0)
      for (const example of one.examples) {
        const places = example.value?.split('.')[1]?.length ?? 0
        const shown = runExample(one, example, items)
        expect(shown === null ? null : Number(shown.replace('≈', '')).toFixed(places), JSON.stringify(example)).toBe(example.value)
      }
    },
  )

  test('the page of formulas names every number that it has', () => {
    const page = readFileSync(inRoot('docs', 'framework.md'), 'utf8')
    const parts = /^FI-(?:24|25|28|29|33|34)[a-d]$/
    const missing = financialIndicators.filter(({ number }) => !page.includes(parts.test(number) ? number.slice(0, 5) : number))
    expect(missing.map(({ number }) => number)).toEqual([])
  })
})

describe('every scheme', () => {
  test.each(versions)('%s says where it comes from and what is not known', (_id, version) => {
    expect(version.source.document).not.toBe('')
    expect(version.unknown.length).toBeGreaterThan(0)
  })

  test.each(versions)('%s has all points known, or says that they are not', (_id, version) => {
    const open = nodesIn(version.tree).some((node) => node.kind === 'indicator' && node.weight === null)
    if (open) expect(version.unknown.join('')).toMatch(/分值|满分/)
  })

  test.each(versions)('%s is not scored before its open points are set', (_id, version) => {
    const planned = planOf(version, null)
    const isOpen = nodesIn(version.tree).some((node) => (node.kind === 'indicator' ? node.weight === null : node.takesGoals))
    expect('faults' in planned).toBe(isOpen)
  })

  test.each(versions)('%s has classes, check points and bands that cover what can happen', (_id, version) => {
    for (const { id, curve, weight } of indicatorsIn(version)) {
      if (curve.curve === 'bands') {
        expect(
          curve.bands.some(({ within }) => /^[[(],/.test(within) || within.startsWith('0') || within.startsWith('[0')),
          id,
        ).toBe(true)
        expect(
          curve.bands.some(({ within }) => /,[)\]]$/.test(within)),
          id,
        ).toBe(true)
        expect(Math.max(...curve.bands.map(({ points }) => Number(points))), id).toBe(Number(weight))
      }
    }
  })

  test('the frame of 2013 has no points and no targets', () => {
    const [version] = schemes.get('department-frame-2013')?.versions ?? []
    if (version === undefined) throw new Error('no frame')
    expect(nodesIn(version.tree).every(({ weight }) => weight === null)).toBe(true)
    expect(indicatorsIn(version).every(({ target }) => target === null)).toBe(true)
  })

  test.each([
    ['project-2020', [10, 50, 30, 10]],
    ['project-2021', [10, 50, 30, 10]],
    ['project-2021-cost', [10, 20, 40, 20, 10]],
    ['project-2021-no-satisfaction', [10, 50, 40]],
    ['anhui-chizhou-project-2022', [10, 50, 30, 10]],
    ['sichuan-project-2023', [10, 90]],
    ['hubei-project-2020', [20, 80]],
    ['sichuan-dazhou-department', [25, 30, 45]],
    ['hunan-yueyang-department', [15, 40, 45]],
    ['henan-jinshui-department', [10, 20, 40, 30]],
  ])('%s has the points that are printed', (id, points) => {
    expect(schemes.get(id)?.versions[0]?.tree.map(({ weight }) => Number(weight))).toEqual(points)
  })
})
