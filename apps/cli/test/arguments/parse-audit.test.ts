import { describe, expect, it } from 'vitest'
import { type AuditOptions, parseAudit } from '../../src/arguments/parse-audit.ts'
import { sayProblem } from '../../src/wording/problems.ts'

describe('options of the audit command', () => {
  it('have defaults', () => {
    expect(optionsOf(['报告.txt'])).toEqual({
      files: ['报告.txt'],
      format: 'pretty',
      out: null,
      year: null,
      asOf: null,
      purpose: null,
      failOn: 'error',
      scheme: null,
      goals: null,
      jobs: null,
    })
  })

  it('are read in either spelling, before and after the files', () => {
    const words = [
      '--format=json',
      'a',
      '--out',
      '结果',
      'b',
      '--year=2023',
      '--as-of',
      '2024-02-29',
      '--for',
      'disclosure',
      '--fail-on',
      'never',
      '--jobs',
      '4',
    ]
    expect(optionsOf(words)).toEqual({
      files: ['a', 'b'],
      format: 'json',
      out: '结果',
      year: 2023,
      asOf: '2024-02-29',
      purpose: 'disclosure',
      failOn: 'never',
      scheme: null,
      goals: null,
      jobs: 4,
    })
  })

  it('end at --, and - is a file', () => {
    expect(optionsOf(['--jobs', '2', '-', '--', '--year', '-x.txt']).files).toEqual(['-', '--year', '-x.txt'])
  })

  it('help wins over everything', () => {
    expect(parseAudit(['--wrong', '-h']).kind).toBe('help')
    expect(parseAudit(['a', '--help']).kind).toBe('help')
  })

  it.each([
    [['a', '--fromat', 'json'], '--fromat：没有这个选项，是否要用 --format？'],
    [['a', '-x'], '-x：没有这个选项？'],
    [['a', '--format', 'xml'], '--format：没有“xml”这种输出'],
    [['a', '--year', '23'], '--year：“23”不是年度'],
    [['a', '--as-of', '2023-02-29'], '--as-of：“2023-02-29”不是日期'],
    [['a', '--jobs', '0'], '--jobs：“0”不可用'],
    [['a', '--for', 'x'], '--for：“x”不可用'],
    [['a', '--fail-on', 'info'], '--fail-on：“info”不可用'],
    [['a', '--out'], '--out：这个选项后面要有值'],
    [['a', '--out='], '--out：这个选项后面要有值'],
    [['a', '--out', '--jobs'], '--out：这个选项后面要有值'],
    [[], '文件：没有给出要校核的文件'],
  ])('%j is refused in one line', (words, line) => {
    const said = problemLines(words)
    expect(said).toHaveLength(1)
    expect(said[0]).toContain(line.replace('？', ''))
  })

  it('everything that is wrong is said at once', () => {
    expect(problemLines(['a', '--fromat', 'x', '--jobs', 'viele', '--year', '1'])).toHaveLength(3)
  })
})

function optionsOf(words: readonly string[]): AuditOptions {
  const parsed = parseAudit(words)
  if (parsed.kind !== 'options') throw new Error(`no options: ${JSON.stringify(parsed)}`)
  return parsed.options
}

function problemLines(words: readonly string[]): readonly string[] {
  const parsed = parseAudit(words)
  return parsed.kind === 'problems' ? parsed.problems.map(sayProblem) : []
}
