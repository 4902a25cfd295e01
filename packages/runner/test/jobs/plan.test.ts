import { describe, expect, it } from 'vitest'
import type { Input } from '../../src/inputs/input.ts'
import { childrenFor, memoryFor } from '../../src/jobs/plan.ts'

describe('how many children a batch gets', () => {
  it.each([
    ['one report', 1, 20_000, null, 0],
    ['a handful', 10, 20_000, null, 0],
    ['one huge file', 1, 30_000_000, null, 1],
    ['a small batch', 40, 20_000, null, 3],
    ['a large batch', 1000, 20_000, null, 4],
    ['two wanted', 1000, 20_000, 2, 2],
    ['two wanted for one file', 1, 20_000, 2, 1],
    ['one wanted', 1000, 20_000, 1, 1],
  ])('%s', (_name, files, bytes, wanted, children) => {
    expect(
      childrenFor(
        Array.from({ length: files }, () => fileOf(bytes)),
        wanted,
        4,
      ),
    ).toBe(children)
  })

  it('another format than plain text goes to a child, however small', () => {
    expect(childrenFor([{ kind: 'file', name: 'a', path: 'a.docx', bytes: 10 }], null, 4)).toBe(1)
    expect(childrenFor([{ kind: 'content', name: '-', content: new TextEncoder().encode('%PDF-1.7') }], null, 4)).toBe(1)
    expect(childrenFor([{ kind: 'content', name: '-', content: new TextEncoder().encode('支出') }], null, 4)).toBe(0)
  })

  it('memory is shared, within reason', () => {
    expect(memoryFor(1, 64 * 1024 ** 3)).toBe(2048)
    expect(memoryFor(7, 8 * 1024 ** 3)).toBe(1024)
    expect(memoryFor(64, 4 * 1024 ** 3)).toBe(512)
  })
})

function fileOf(bytes: number): Input {
  return { kind: 'file', name: 'a', path: 'a', bytes }
}
