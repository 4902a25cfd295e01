import { describe, expect, test } from 'vitest'
import { readUpdate, writeUpdate } from '../../src/pdf/update.ts'
import { endOfValue, entriesOf } from '../../src/pdf/written-values.ts'

describe('a value as the library writes it', () => {
  test.each([
    '(a \\) >> \\( endobj \\\\)',
    '/Name#20x',
    '12 0 R',
    '-0.5',
    'true',
    'null',
    '[1 2 [3 0 R] (]) /A]',
    '<< /A << /B [<<>>] >> /C (>>)>>',
  ])('ends where it ends: %s', (value) => {
    const text = `${value} /Next 1`.replace('<< /A << /B [<<>>] >> /C', '<< /A << /B [<<>>]>> /C')
    expect(text.slice(0, endOfValue(text, 0))).toBe(text.slice(0, -' /Next 1'.length))
  })

  test('is told by its key, as it is written', () => {
    const entries = entriesOf('<< /Type /Annot /Rect [1 2 3 4] /T (/Fake 1\\)) /P 3 0 R /Missing  /CA 1>>')
    expect([...entries]).toEqual([
      ['Type', '/Annot'],
      ['Rect', '[1 2 3 4]'],
      ['T', '(/Fake 1\\))'],
      ['P', '3 0 R'],
      ['Missing', ''],
      ['CA', '1'],
    ])
  })

  test('that is none is refused', () => {
    expect(() => endOfValue('<< /A 1 %x>>', 0)).toThrow()
    expect(() => readUpdate('1 0 obj\n<<>>\nendobj\nsomething else')).toThrow()
  })
})

describe('an update', () => {
  const objects = [
    { number: 9, generation: 0, body: '<< /A (1 0 obj)>>' },
    { number: 3, generation: 2, body: '<< /Length 7>> stream\nendobj\n\nendstream' },
    { number: 10, generation: 0, body: 'null' },
  ]
  const trailer = new Map([
    ['Size', '12'],
    ['Root', '1 0 R'],
  ])

  test.each([null, 11])('is read as it was written, its objects in order (list in object %s)', (listObject) => {
    const text = writeUpdate({ objects, trailer, listObject }, 1000)
    const sorted = [...objects].sort((a, b) => a.number - b.number)
    for (const { number, generation, body } of sorted) expect(text).toContain(`${number} ${generation} obj\n${body}\nendobj\n`)
    const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1])
    expect(text.slice(start - 1000)).toMatch(listObject === null ? /^xref\n3 1\n0000001000 00002 n \n9 2\n/ : /^11 0 obj\n/)
  })
})
