/** Names from a file that every JavaScript object answers to. */
import { describe, expect, test } from 'vitest'
import { ingest } from '../../src/index.ts'
import { pathSteps } from '../../src/readers/ofd/path-steps.ts'

const names = ['constructor', 'valueOf', 'toString', '__proto__', 'hasOwnProperty']

describe('names that every object has', () => {
  test.each(names)('as the charset of a page: %s', async (name) => {
    const head = new TextEncoder().encode(`<html><meta charset="${name}"><p>`)
    const bytes = Uint8Array.from([...head, 0xd6, 0xa7, 0xb3, 0xf6, 0xa1, 0xa3])
    const { reports } = await ingest(bytes, { name: 'a.html', sha256: '' })
    expect(reports[0]?.blocks[0]).toMatchObject({ text: '支出。' })
  })

  test.each(names)('as a step of a path: %s', (name) => {
    expect(pathSteps(`${name} M 0 0 L 1 1`)).toEqual(pathSteps('M 0 0 L 1 1'))
  })
})
