import { describe, expect, it } from 'vitest'
import { resultNames } from '../../src/output/result-names.ts'

const timeOf = (act: () => unknown): number => {
  const times = [0, 1, 2].map(() => {
    const start = performance.now()
    act()
    return performance.now() - start
  })
  return Math.min(...times)
}

describe('names of results', () => {
  it('of many files that have one name take as long as of files that have each their own', () => {
    const inputs = (name: (at: number) => string) => Array.from({ length: 6000 }, (_, at) => name(at))
    const own = timeOf(() => resultNames(inputs((at) => `报送/报告${at}.docx`)))
    expect(timeOf(() => resultNames(inputs(() => '报送/报告.docx')))).toBeLessThan(8 * own)
    expect(timeOf(() => resultNames(inputs((at) => `报送/单位${at}/报告.docx`)))).toBeLessThan(8 * own)
  })
})
