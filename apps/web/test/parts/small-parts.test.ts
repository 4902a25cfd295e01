import { expect, test } from 'vitest'
import { optionOf, type Plot } from '../../src/parts/chart/option.ts'
import { localTime } from '../../src/parts/time.tsx'
import { hotkeyOf } from '../../src/parts/use-hotkeys.ts'

test('a moment is shown by the clock of the reader, and what is no moment as it is', () => {
  const moment = new Date(2026, 0, 5, 8, 3, 9)
  expect(localTime(moment.toISOString())).toBe('2026-01-05 08:03')
  expect(localTime(moment.toISOString(), { withSeconds: true })).toBe('2026-01-05 08:03:09')
  expect(localTime('unknown')).toBe('unknown')
})

test('a key has one name on every keyboard', () => {
  const pressed = { ctrlKey: false, metaKey: false, shiftKey: false }
  expect(hotkeyOf({ ...pressed, key: 'J' })).toBe('j')
  expect(hotkeyOf({ ...pressed, key: '?', shiftKey: true })).toBe('?')
  expect(hotkeyOf({ ...pressed, key: 'Enter', metaKey: true })).toBe('ctrl+enter')
  expect(hotkeyOf({ ...pressed, key: 'Enter', shiftKey: true })).toBe('shift+enter')
})

const look = { text: '#000', quiet: '#000', line: '#000', ground: '#fff', font: 'sans-serif' }

test('a tip of a plot is drawn text: one made of HTML would break the content policy', () => {
  const plot = { kind: 'bars', title: 't', categoryTitle: 'c', categories: ['a'], series: [{ name: 's', values: ['1.50'] }] } as const
  const option = optionOf(plot, look)
  expect(option).toMatchObject({ tooltip: { renderMode: 'richText' }, series: [{ data: [1.5] }] })
})

test('a slice has the colour of what it is, whatever else is drawn, and tells its figure', () => {
  const colourOf = (categories: readonly string[], tones: readonly ('quiet' | 'good')[]) => {
    const plot: Plot = {
      kind: 'slices',
      title: 't',
      categoryTitle: 'c',
      categories,
      tones,
      series: [{ name: 's', values: categories.map(() => 1) }],
    }
    const [{ data, label }] = optionOf(plot, look).series as [
      { data: readonly { name: string; itemStyle: { color: string } }[]; label: { formatter: string } },
    ]
    expect(label.formatter).toContain('{c}')
    return data.find(({ name }) => name === '核实无误')?.itemStyle.color
  }
  const alone = colourOf(['核实无误'], ['good'])
  expect(alone).toMatch(/^#/)
  expect(colourOf(['待核', '核实无误'], ['quiet', 'good'])).toBe(alone)
})
