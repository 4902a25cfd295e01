import { describe, expect, it } from 'vitest'
import { resultNames } from '../../src/output/result-names.ts'

describe('names of results', () => {
  it('follow the inputs, each once', () => {
    expect(resultNames(['a/报告.txt', 'a/报告.md', 'c/报告-2.txt', '-', '说明'])).toEqual(['报告', '报告-2', '报告-2-2', 'stdin', '说明'])
  })

  it('tell by the folder whose they are, where several units use one name', () => {
    expect(resultNames(['报/甲局/报告.docx', '报/乙局.zip/报告.pdf', '报/甲局/报告.txt', '报/丙局/总结.txt', '报告.txt'])).toEqual([
      '甲局-报告',
      '乙局-报告',
      '甲局-报告-2',
      '总结',
      '报告',
    ])
  })

  it('pass over a folder that all of them have', () => {
    expect(resultNames(['甲局/正文/报告.docx', '乙局/正文/报告.docx'])).toEqual(['甲局-报告', '乙局-报告'])
  })

  it('are no names that Windows keeps for itself, and hold no marks that turn them around', () => {
    expect(resultNames(['CON.txt', 'nul.a.txt', 'console.txt', 'a\u202excod.txt'])).toEqual(['_CON', '_nul.a', 'console', 'a_xcod'])
  })

  it('are each another one, whatever the folders are called', () => {
    const names = resultNames([
      '甲-乙/丙.txt',
      '丁/丙.txt',
      '甲/乙-丙.txt',
      '戊/乙-丙.txt',
      `${'长'.repeat(90)}/${'名'.repeat(90)}.txt`,
      `短/${'名'.repeat(90)}.txt`,
    ])
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) expect(Buffer.byteLength(name)).toBeLessThanOrEqual(204)
  })

  it('leave the name of the batch line free, whatever the case', () => {
    expect(resultNames(['batch.txt', 'Batch.txt', 'A.txt', 'a.txt'])).toEqual(['batch-2', 'Batch-3', 'A', 'a-2'])
  })

  it('hold no characters that a file system refuses, and are not too long', () => {
    expect(resultNames(['2023/*.txt', '..', '报\n告?.txt'])).toEqual(['_', 'input', '报_告_'])
    expect(Buffer.byteLength(resultNames([`${'报'.repeat(84)}.txt`])[0] ?? '')).toBeLessThanOrEqual(200)
  })
})
