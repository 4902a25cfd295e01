import { describe, expect, test } from 'vitest'
import {
  childrenAt,
  codeAt,
  departmentOf,
  evaluatorOf,
  hasYearBefore,
  membersAt,
  nameAt,
  organisationOf,
  takenOverBy,
  unitAt,
  unitsNamed,
} from '../../src/organisation/organisation.ts'
import type { Change, OrganisationUnit } from '../../src/organisation/organisation-unit.ts'
import { regionByCode, regionCodeAt, regionNameAt } from '../../src/organisation/region.ts'
import { reportersOf } from '../../src/organisation/reporters.ts'

const since = <T>(value: T, from = '2010-01-01', to: string | null = null) => ({ from, to, value })

function unit(id: string, kind: OrganisationUnit['kind'], parent: string | null, rest: Partial<OrganisationUnit> = {}): OrganisationUnit {
  return {
    id,
    kind,
    region: 'r1',
    codes: [since(id)],
    names: [since(`样例${id}`)],
    aliases: [],
    parents: parent === null ? [] : [since(parent)],
    from: '2010-01-01',
    to: null,
    isGovernment: false,
    ...rest,
  }
}

const units = (): OrganisationUnit[] => [
  unit('d1', 'department', null),
  unit('d1-self', 'own-level', 'd1'),
  unit('tourism', 'subordinate', 'd1', { to: '2021-06-30', names: [since('样例旅游局')] }),
  unit('culture', 'subordinate', 'd1', { to: '2021-06-30', names: [since('样例文化馆')] }),
  unit('both', 'subordinate', 'd1', {
    from: '2021-07-01',
    names: [since('样例文化和旅游中心', '2021-07-01', '2022-12-31'), since('样例文旅中心', '2023-01-01')],
    aliases: ['文旅中心'],
    parents: [since('d1', '2021-07-01')],
  }),
  unit('branch', 'subordinate', 'both', { from: '2022-03-01' }),
  unit('village', 'outside', null),
]
const changes: readonly Change[] = [
  { kind: 'merge', day: '2021-07-01', before: ['tourism', 'culture'], after: ['both'], takesOver: 'both', document: '样编〔2021〕7号' },
  { kind: 'rename', day: '2023-01-01', before: ['both'], after: ['both'], takesOver: 'both', document: '样编〔2022〕9号' },
]

function made(list = units(), told = changes) {
  const made = organisationOf({ units: list, changes: told })
  if ('faults' in made) throw new Error(JSON.stringify(made.faults))
  return made.organisation
}
const faultsOf = (list: OrganisationUnit[], told: readonly Change[] = []) => {
  const made = organisationOf({ units: list, changes: told })
  return 'faults' in made ? made.faults.map(({ code, at }) => `${code} ${at.join('/')}`) : []
}
const ids = (list: readonly OrganisationUnit[]) => list.map(({ id }) => id)

describe('an organisation', () => {
  test('has the units of the year, and none before or after', () => {
    const organisation = made()
    expect(unitAt(organisation, 'tourism', 2021)?.id).toBe('tourism')
    expect(unitAt(organisation, 'tourism', 2022)).toBeNull()
    expect(unitAt(organisation, 'both', 2020)).toBeNull()
    expect(hasYearBefore(organisation, 'both', 2021)).toBe(false)
    expect(hasYearBefore(organisation, 'both', 2022)).toBe(true)
  })

  test('a department is its 本级 and all units below it, of that day', () => {
    const organisation = made()
    expect(ids(childrenAt(organisation, 'd1', '2020-12-31'))).toEqual(['d1-self', 'tourism', 'culture'])
    expect(ids(childrenAt(organisation, 'd1', '2022-12-31'))).toEqual(['d1-self', 'both'])
    expect(ids(membersAt(organisation, 'd1', '2022-12-31'))).toEqual(['d1-self', 'both', 'branch'])
    expect(departmentOf(organisation, 'branch', '2022-12-31')?.id).toBe('d1')
    expect(departmentOf(organisation, 'd1', '2022-12-31')?.id).toBe('d1')
    expect(departmentOf(organisation, 'village', '2022-12-31')).toBeNull()
  })

  test('hands in by its 本级, in one table, or unit by unit', () => {
    const list = [...units(), unit('farm', 'outside', 'd1')]
    const organisation = made(list)
    expect(ids(reportersOf(organisation, 'd1', '2022-12-31', 'own-level'))).toEqual(['d1-self'])
    expect(ids(reportersOf(organisation, 'd1', '2022-12-31', 'one-table'))).toEqual(['d1'])
    expect(ids(reportersOf(organisation, 'd1', '2022-12-31', 'each'))).toEqual(['d1-self', 'both', 'branch'])
    expect(reportersOf(organisation, 'nobody', '2022-12-31', 'one-table')).toEqual([])
  })

  test('whoever took over evaluates for those that are gone', () => {
    const organisation = made()
    expect(evaluatorOf(organisation, 'culture', '2021-06-30')?.id).toBe('culture')
    expect(evaluatorOf(organisation, 'culture', '2022-03-01')?.id).toBe('both')
    expect(ids(takenOverBy(organisation, 'both', '2022-03-01'))).toEqual(['tourism', 'culture'])
    expect(evaluatorOf(made(units(), []), 'culture', '2022-03-01')).toBeNull()
  })

  test('the chain of those who took over is followed to its end', () => {
    const list = [
      ...units().map((one) => (one.id === 'both' ? { ...one, to: '2024-05-31' } : one)),
      unit('new', 'subordinate', 'd1', { from: '2024-06-01' }),
      unit('other', 'subordinate', 'd1', { from: '2024-06-01' }),
    ]
    const split: Change = {
      kind: 'split',
      day: '2024-06-01',
      before: ['both'],
      after: ['new', 'other'],
      takesOver: 'new',
      document: '样编〔2024〕1号',
    }
    expect(evaluatorOf(made(list, [...changes, split]), 'tourism', '2025-02-01')?.id).toBe('new')
  })

  test('old names are known, as old ones', () => {
    const organisation = made()
    expect(nameAt(organisation, 'both', '2022-12-31')).toBe('样例文化和旅游中心')
    expect(nameAt(organisation, 'both', '2023-12-31')).toBe('样例文旅中心')
    expect(codeAt(organisation, 'both', '2023-12-31')).toBe('both')
    expect(unitsNamed(organisation, '样例文旅中心', '2023-12-31')).toMatchObject([{ unit: { id: 'both' }, isFormer: false }])
    expect(unitsNamed(organisation, '样例文化和 旅游中心', '2023-12-31')).toMatchObject([{ unit: { id: 'both' }, isFormer: true }])
    expect(unitsNamed(organisation, '文旅中心', '2023-12-31')).toMatchObject([{ isFormer: false }])
    expect(unitsNamed(organisation, '样例旅游局', '2023-12-31')).toMatchObject([{ unit: { id: 'tourism' }, isFormer: true }])
    expect(unitsNamed(organisation, '别的单位', '2023-12-31')).toEqual([])
  })

  test('all faults are told at once', () => {
    const list = [
      ...units(),
      unit('d1-self', 'own-level', 'd1'),
      unit('orphan', 'subordinate', null),
      unit('lost', 'subordinate', 'nowhere'),
      unit('a', 'subordinate', 'b'),
      unit('b', 'subordinate', 'a'),
      unit('d2', 'department', 'd1', { names: [] }),
      unit('twice', 'subordinate', 'd1', { names: [since('甲'), since('乙', '2015-01-01')], to: '2009-01-01' }),
      unit('odd', 'subordinate', 'd1', { from: 'yesterday' }),
    ]
    expect(faultsOf(list)).toEqual([
      'duplicate d1-self',
      'no-department orphan',
      'unknown-parent lost/parents',
      'cycle a/parents',
      'cycle b/parents',
      'no-name d2',
      'parent-of-department d2',
      'ends-before-start twice',
      'overlap twice/names',
      'bad-day odd',
    ])
  })

  test('a change names units that exist and somebody who takes over, and never leads back', () => {
    const change = (rest: Partial<Change>): Change => ({ ...(changes[0] as Change), ...rest })
    expect(faultsOf(units(), [change({ before: ['tourism', 'nobody'], takesOver: 'village' })])).toEqual([
      'unknown-unit changes/样编〔2021〕7号',
      'nobody-takes-over changes/样编〔2021〕7号',
    ])
    expect(faultsOf(units(), [change({ before: ['tourism'] })])).toEqual(['wrong-count changes/样编〔2021〕7号'])
    const back = change({ kind: 'move', before: ['both'], after: ['culture'], takesOver: 'culture', document: '样编〔2022〕1号' })
    expect(faultsOf(units(), [...changes, back])).toEqual(['change-cycle culture', 'change-cycle both'])
  })
})

describe('a region', () => {
  const region = {
    id: 'r1',
    parent: null,
    names: [since('样例县', '2000-01-01', '2015-05-01'), since('样例区', '2015-05-02')],
    codes: [since('139925', '2000-01-01', '2015-05-01'), since('139909', '2015-05-02')],
  }

  test('keeps its id while code and name change', () => {
    expect(regionNameAt(region, '2014-12-31')).toBe('样例县')
    expect(regionCodeAt(region, '2016-12-31')).toBe('139909')
    expect(regionByCode([region], '139925', '2014-12-31')?.id).toBe('r1')
    expect(regionByCode([region], '139909000', '2016-12-31')?.id).toBe('r1')
    expect(regionByCode([region], '139925', '2016-12-31')).toBeNull()
  })
})
