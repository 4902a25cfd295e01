import { describe, expect, test } from 'vitest'
import { CONCEPTS, conceptAtEnd, conceptById, ECONOMIC_ITEMS } from '../src/index.ts'

/** Names that two concepts share. The first concept has them. */
function shared(): string[] {
  const owners = new Map<string, string[]>()
  for (const { id, label, aliases } of CONCEPTS)
    for (const name of new Set([label, ...aliases])) owners.set(name, [...(owners.get(name) ?? []), id])
  return [...owners].filter(([, ids]) => ids.length > 1).map(([name, ids]) => `${name}: ${ids.join(', ')}`)
}

describe('concepts', () => {
  test('have ids of their own', () => {
    expect(new Set(CONCEPTS.map(({ id }) => id)).size).toBe(CONCEPTS.length)
    for (const { id } of CONCEPTS) expect(id).toMatch(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/)
  })

  test('are found by their ids', () => {
    for (const concept of CONCEPTS) expect(conceptById(concept.id)).toBe(concept)
    expect(conceptById('none-of-them')).toBeUndefined()
  })

  test('share no name but one, which the first of both has: as revenue it stands alone, as a class it ends in 支出', () => {
    expect(shared()).toEqual(['国有资本经营预算: state-capital-revenue, function-223'])
  })

  test('have names without quotes, brackets and blanks, as phrases have when they are looked up', () => {
    for (const { label, aliases } of CONCEPTS) for (const name of [label, ...aliases]) expect(name).not.toMatch(/[“”"（）()\s]|^$/)
  })

  test.each(CONCEPTS.map((concept) => [concept.label, concept.id] as const))('%s is %s, whatever stands before it', (label, id) => {
    expect(conceptAtEnd(label)).toEqual({ concept: id, length: label.length })
    expect(conceptAtEnd(`某某${label}`)?.concept).toBe(id)
  })

  test('are told by the longest name', () => {
    expect(conceptAtEnd('公务用车运行维护费')?.concept).toBe('vehicle-running')
    expect(conceptAtEnd('公务用车购置及运行维护费')?.concept).toBe('vehicles')
    expect(conceptAtEnd('政府性基金预算财政拨款收入')?.concept).toBe('fund-revenue')
    expect(conceptAtEnd('一般公共预算财政拨款支出')?.concept).toBe('appropriation-expenditure')
    expect(conceptAtEnd('其他商品和服务支出')?.concept).toBe('item-30299')
    expect(conceptAtEnd('年末结转和结余')?.concept).toBe('carry-out')
    expect(conceptAtEnd('年初结转和结余')?.concept).toBe('carry-in')
  })

  test('are not told by a name that does not end the phrase', () => {
    expect(conceptAtEnd('基本支出情况说明')).toBeNull()
    expect(conceptAtEnd('')).toBeNull()
  })
})

describe('economic items', () => {
  const CLASSES = new Set(['301', '302', '303', '307', '310'])

  test('are concepts, and each belongs to a class', () => {
    for (const [key, { id, class: code }] of ECONOMIC_ITEMS) {
      expect(key).toBe(id)
      expect(conceptById(id)?.kind).toBe('flow')
      expect(CLASSES).toContain(code)
      expect(conceptById(`economic-${code}`)).toBeDefined()
    }
  })

  test('belong to the class that their code begins with', () => {
    for (const [id, { class: code }] of ECONOMIC_ITEMS) if (/^item-\d{5}$/.test(id)) expect(id).toBe(`item-${code}${id.slice(-2)}`)
  })

  test('of wages are never public cost, of goods and services never personnel cost', () => {
    for (const { class: code, side } of ECONOMIC_ITEMS.values()) {
      if (code === '301' || code === '303') expect(side).not.toBe('public')
      if (code === '302' || code === '310') expect(side).not.toBe('personnel')
    }
  })
})
