import type { Organisation, OrganisationHistory } from '@jiheng/contract'
import { expect, test } from 'vitest'
import { changedHistory, type Filled, namesIn } from '../../src/pages/organisations/changed-history.ts'
import { formerNames, timelineOf } from '../../src/pages/organisations/timeline-of.ts'
import { treeRows } from '../../src/pages/organisations/tree-rows.ts'

const unit = (id: string, parent: string | null, aliases: string[] = []): Organisation => ({
  id,
  kind: 'department',
  code: null,
  name: `unit ${id}`,
  aliases,
  parent,
  isBureau: false,
  isGovernment: false,
  isActive: true,
  version: 0,
})
const items = [unit('a', null), unit('b', 'a', ['short']), unit('c', 'b'), unit('d', null)]
const shown = (isOpen: (id: string) => boolean, words: string) =>
  treeRows(items, isOpen, words).map(({ organisation, depth }) => `${organisation.id}${depth}`)

test('a branch that is shut hides all below it', () => {
  expect(shown(() => true, '')).toEqual(['a0', 'b1', 'c2', 'd0'])
  expect(shown((id) => id !== 'a', '')).toEqual(['a0', 'd0'])
  expect(shown((id) => id !== 'b', '')).toEqual(['a0', 'b1', 'd0'])
})

test('what is found is shown with all above it, whether open or shut', () => {
  expect(shown(() => false, 'SHORT')).toEqual(['a0', 'b1'])
  expect(treeRows(items, () => false, 'short').map(({ isFound }) => isFound)).toEqual([false, true])
})

const history: OrganisationHistory = {
  id: 'a',
  kind: 'subordinate',
  isBureau: false,
  isGovernment: false,
  names: [
    { value: 'new', from: '2023-01-01', to: null },
    { value: 'old', from: '2021-01-01', to: '2022-12-31' },
  ],
  codes: [{ value: '201', from: '2021-01-01', to: null }],
  aliases: [],
  parents: [{ value: 'p', from: '2021-01-01', to: null }],
  from: '2021-01-01',
  to: null,
  version: 4,
}
const filled: Filled = { name: 'new', code: '201', parent: 'p', aliases: [], isGovernment: false, from: '2021-01-01', to: null }

test('what was not touched stays, from whatever day the change holds', () => {
  const changed = changedHistory(history, { ...filled, code: '209' }, '2022-03-01')
  expect(changed.names.map(({ value }) => value)).toEqual(['old', 'new'])
  expect(changed.codes).toEqual([
    { value: '201', from: '2021-01-01', to: '2022-02-28' },
    { value: '209', from: '2022-03-01', to: null },
  ])
  expect(changed.version).toBe(4)
})

test('a correction takes the place of what was wrong and keeps its days', () => {
  expect(changedHistory(history, { ...filled, name: 'right' }, null).names).toEqual([
    { value: 'old', from: '2021-01-01', to: '2022-12-31' },
    { value: 'right', from: '2023-01-01', to: null },
  ])
})

test('a code that is taken away ends the day before', () => {
  expect(changedHistory(history, { ...filled, code: '' }, '2026-01-01').codes).toEqual([
    { value: '201', from: '2021-01-01', to: '2025-12-31' },
  ])
})

test('the timeline is told newest first, and names what went before', () => {
  expect(timelineOf(history, []).map(({ day, kind }) => `${day} ${kind}`)).toEqual(['2023-01-01 name', '2021-01-01 begun'])
  expect(timelineOf(history, [])[0]).toMatchObject({ before: 'old', after: 'new' })
  expect(timelineOf(history, [])[1]).toMatchObject({ name: 'old', code: '201', parent: 'p' })
  expect(timelineOf({ ...history, codes: [{ value: '201', from: '2021-06-01', to: null }] }, []).map(({ kind }) => kind)).toEqual([
    'name',
    'code',
    'begun',
  ])
  expect(formerNames(history)).toEqual(['old'])
})

test('short names are told apart by any sign that people put between them', () => {
  expect(namesIn('甲、乙，丙; 乙\n')).toEqual(['甲', '乙', '丙'])
})
