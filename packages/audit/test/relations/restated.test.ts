import { ingestText } from '@jiheng/ingest'
import { describe, expect, it } from 'vitest'
import { audit } from '../../src/audit.ts'

const HEAD = '某县文化馆2023年度部门整体支出绩效自评报告\n\n一、基本情况\n\n'

/** Errors and warnings of the two checks, as "check: computation". */
function conflictsIn(body: string): string[] {
  const document = ingestText(new TextEncoder().encode(HEAD + body), { name: 'report.txt', sha256: 'x' })
  return audit(document, { asOf: null, year: null, purpose: null })
    .findings.filter(({ check }) => check === 'restatement-conflict' || check === 'text-table-conflict')
    .map(({ check, computation }) => `${check}: ${computation}`)
}

/** An indicator table of one row. */
const rowOf = (label: string, target: string, actual: string): string =>
  `表1 绩效指标表\n\n| 三级指标 | 目标值 | 实际完成值 | 分值 | 得分 |\n| --- | --- | --- | --- | --- |\n| ${label} | ${target} | ${actual} | 10 | 10 |\n| 档案规范性 | 规范 | 规范 | 5 | 5 |\n`

describe('text against text', () => {
  const twice = (first: string, second: string): string =>
    `古籍修复项目支出${first}万元，用于善本修复。\n\n二、项目实施情况\n\n古籍修复项目全年支出${second}万元，修复善本若干。\n`

  it('a fact printed twice alike is silent', () => {
    expect(conflictsIn(twice('1268.45', '1268.45'))).toEqual([])
  })

  it('two neighbouring digits transposed at one of two places are a finding', () => {
    expect(conflictsIn(twice('1268.45', '1286.45'))).toEqual([expect.stringContaining('restatement-conflict: 12')])
  })

  it('the coarser print of a figure, rounded or cut off, is no other value', () => {
    expect(conflictsIn(twice('1268.45', '1268.5'))).toEqual([])
    expect(conflictsIn(twice('1268.47', '1268.4'))).toEqual([])
  })

  it('the year before, the part of a year and what was not spent are other facts', () => {
    expect(conflictsIn('古籍修复项目支出1268.45万元。\n\n2022年古籍修复项目支出1286.45万元。\n')).toEqual([])
    expect(conflictsIn('古籍修复项目支出1268.45万元。\n\n上半年古籍修复项目支出1286.45万元。\n')).toEqual([])
    expect(conflictsIn('古籍修复项目支出1268.45万元。\n\n古籍修复项目未支出1286.45万元。\n')).toEqual([])
  })

  it('values too far apart for a slip are left alone', () => {
    expect(conflictsIn(twice('1268.45', '934.17'))).toEqual([])
  })

  it('planned and done may differ', () => {
    expect(conflictsIn('古籍修复项目年初预算1268.45万元。\n\n古籍修复项目支出1286.45万元。\n')).toEqual([])
  })
})

describe('a figure said again in another unit', () => {
  const again = (short: string): string => `全年收入248,576,952.15元（约${short}亿元），比较平稳。\n`

  it('fits when it is the first one rounded', () => {
    expect(conflictsIn(again('2.49'))).toEqual([])
  })

  it('is a finding when it is not', () => {
    expect(conflictsIn('2023年本年收入34,787.60万元，折合3.84亿元。\n')).toHaveLength(1)
    expect(conflictsIn('2023年本年收入34,787.60万元，折合3.48亿元。\n')).toEqual([])
  })
})

describe('text against table', () => {
  const readers = (text: string, cell: string): string =>
    `全年接待读者${text}人次，比较稳定。\n\n${rowOf('接待读者人次', '≥80000人次', `${cell}人次`)}`

  it('the same value in both is silent', () => {
    expect(conflictsIn(readers('86,352', '86352'))).toEqual([])
  })

  it('a wrong digit in either is a finding', () => {
    expect(conflictsIn(readers('86,352', '86852'))).toEqual([expect.stringContaining('text-table-conflict')])
    expect(conflictsIn(readers('86,852', '86352'))).toEqual([expect.stringContaining('text-table-conflict')])
  })

  it('a rate with fewer places in the table is the same rate', () => {
    const rate = (cell: string): string => `发放读者问卷500份，读者满意度96.25%。\n\n${rowOf('读者满意度', '≥95%', cell)}`
    expect(conflictsIn(rate('96.3%'))).toEqual([])
    expect(conflictsIn(rate('96.2%'))).toEqual([])
    expect(conflictsIn(rate('96.52%'))).toEqual([expect.stringContaining('text-table-conflict')])
  })

  it('a count of two digits accuses only when the text has no other candidate', () => {
    const halls = (text: string): string =>
      `全年计划改造基层书屋40个，年底完成改造基层书屋${text}个。\n\n${rowOf('基层书屋改造数量', '≥40个', '36个')}`
    expect(conflictsIn(halls('36'))).toEqual([])
    expect(conflictsIn(halls('38'))).toEqual([expect.stringContaining('text-table-conflict')])
    expect(conflictsIn(halls('38个，其中城区完成改造基层书屋16'))).toEqual([])
  })

  it('the rate of another thing is not compared', () => {
    expect(conflictsIn(`发放教师问卷300份，教师满意度96.52%。\n\n${rowOf('读者满意度', '≥95%', '96.25%')}`)).toEqual([])
  })

  it('a target printed as a limit is the number that the text repeats', () => {
    const plan = (text: string): string => `全年计划接待读者${text}人次，比较稳定。\n\n${rowOf('接待读者人次', '≥86852人次', '91204人次')}`
    expect(conflictsIn(plan('86,852'))).toEqual([])
    expect(conflictsIn(plan('86,582'))).toEqual([expect.stringContaining('text-table-conflict')])
  })

  it('the target of the row is not held against what was done', () => {
    expect(conflictsIn(`全年接待读者86,352人次，比较稳定。\n\n${rowOf('接待读者人次', '≥86852人次', '86352人次')}`)).toEqual([])
  })
})

describe('table against table', () => {
  const forms = (total: string): string =>
    `附表1 项目自评情况汇总表（单位：万元）\n\n序号\t项目名称\t年初预算数\t全年预算数\t全年执行数\t自评得分\n1\t古籍修复与数字化\t3200\t3280.5\t2984.86\t98.35\n2\t流动图书车运行\t186\t198.4\t171.62\t98.3\n\n附表2 项目支出绩效自评表\n\n项目名称\t古籍修复与数字化\t\t主管部门\t某县文化馆\n项目资金（万元）\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分\n年度资金总额\t3200\t3280.5\t${total}\t10\t90.99%\t9.1\n`

  it('the row of a summary and the form of the project agree', () => {
    expect(conflictsIn(forms('2984.86'))).toEqual([])
  })

  it('a digit dropped in the form is a finding', () => {
    expect(conflictsIn(forms('294.86'))).toEqual([expect.stringContaining('text-table-conflict')])
  })
})
