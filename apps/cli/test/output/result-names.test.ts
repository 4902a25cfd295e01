import { describe, expect, it } from 'vitest'
import { resultNames } from '../../src/output/result-names.ts'

describe('names of results', () => {
  it('follow the inputs, each once', () => {
    expect(resultNames(['a/报告.txt', 'b/报告.md', 'c/报告-2.txt', '-', '说明'])).toEqual(['报告', '报告-2', '报告-2-2', 'stdin', '说明'])
  })

  it('leave the name of the batch line free, whatever the case', () => {
    expect(resultNames(['batch.txt', 'Batch.txt', 'A.txt', 'a.txt'])).toEqual(['batch-2', 'Batch-3', 'A', 'a-2'])
  })

  it('hold no characters that a file system refuses, and are not too long', () => {
    expect(resultNames(['2023/*.txt', '..', '报\n告?.txt'])).toEqual(['_', 'input', '报_告_'])
    expect(Buffer.byteLength(resultNames([`${'报'.repeat(84)}.txt`])[0] ?? '')).toBeLessThanOrEqual(230)
  })
})
