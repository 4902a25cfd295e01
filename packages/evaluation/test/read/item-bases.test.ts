import { expect, test } from 'vitest'
import { readItems } from '../../src/read/read-items.ts'

const read = (bases: unknown) => readItems({ items: [{ item: 'executed', label: '全年执行数', unit: 'wan-yuan', bases }] }, 'items')

test('an item says in which ways it is counted', () => {
  expect(read(['国库支付', '决算']).items.get('executed')?.bases).toEqual(['国库支付', '决算'])
  expect(read(undefined).items.get('executed')?.bases).toEqual([])
})

test.each([
  [['决算', '决算'], 'scheme.duplicate items/items/0/bases/1'],
  [['a,b'], 'scheme.bad-value items/items/0/bases/0'],
  [[1], 'scheme.bad-value items/items/0/bases/0'],
  ['决算', 'scheme.bad-shape items/items/0/bases'],
])('%j is refused', (bases, told) => {
  expect(read(bases).problems.map(({ code, at }) => `${code} ${at.join('/')}`)).toEqual([told])
})
