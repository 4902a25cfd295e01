/** The real reports of the corpus, checked by eye once. Skipped where they are not at hand. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ingestText, type SourceDocument } from '../src/index.ts'
import { expectSound, rowsOf, show, type Table } from './helpers.ts'

const FOLDER = join(import.meta.dirname, '../../../corpus/reports')
const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.txt')) : []

function readSeed(prefix: string): SourceDocument {
  const name = files.find((one) => one.startsWith(prefix))
  if (!name) throw new Error(`no report ${prefix} in ${FOLDER}`)
  return ingestText(readFileSync(join(FOLDER, name)), { name, sha256: '' })
}

const headings = (document: SourceDocument, most: number) =>
  document.reports.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'heading' && block.level <= most).map(show))

const tables = (document: SourceDocument) =>
  document.reports.flatMap(({ blocks }) => blocks.filter((block): block is Table => block.kind === 'table'))

describe.skipIf(files.length < 5)('the real reports', () => {
  test('every character of each has its place', () => {
    for (const name of files) {
      const bytes = readFileSync(join(FOLDER, name))
      expectSound(new TextDecoder().decode(bytes), ingestText(bytes, { name, sha256: '' }))
    }
  })

  test('heads are read: title, unit, year, kind', () => {
    const heads = files.flatMap((name) =>
      readSeed(name).reports.map(({ title, unit, year, kind }) => [title?.length ?? 0, unit?.length ?? 0, year, kind]),
    )
    expect(heads).toEqual([
      [10, 0, 2022, 'department'],
      [7, 0, 2022, 'department'],
      [31, 13, 2023, 'management-appraisal'],
      [29, 13, 2021, 'department'],
      [12, 10, 2023, 'department'],
      [23, 9, 2023, 'department'],
      [25, 13, 2023, 'department'],
      [23, 11, 2023, 'department'],
    ])
  })

  test('000: items behind tabs stand apart, a paragraph over four lines is one, and numbers stay as they are', () => {
    const document = readSeed('000')
    const blocks = document.reports[0]?.blocks ?? []
    expect(blocks.filter((block) => block.kind === 'paragraph' && /^目标\d：/.test(block.text))).toHaveLength(4)
    expect(blocks.filter((block) => block.kind === 'paragraph' && /^任务\d：/.test(block.text))).toHaveLength(9)
    const joined = blocks.find((block) => block.kind === 'paragraph' && block.text.includes('专项资金管理细则'))
    expect(joined?.at.original.split('\n')).toHaveLength(4)
    expect(
      headings(document, 2)
        .slice(1)
        .map((one) => one.slice(0, 5)),
    ).toEqual(['H2 一、', 'H2 二、', 'H2 三、', 'H2 四、', 'H2 五、', 'H2 六、', 'H2 七、', 'H2 八、'])
    expect(blocks.flatMap((block) => (block.kind === 'heading' && block.level === 5 ? [block.number] : []))).toEqual([
      '(1)',
      '(2)',
      '（3）',
      '(1)',
      '(2)',
      '（2）',
    ])
    expect(blocks.filter((block) => block.kind === 'paragraph' && block.lead?.level === 6)).toHaveLength(26)
    expect(document.residue.map(({ kind }) => kind)).toEqual(['word-residue'])
  })

  test('001: sentences go on below the watermark, lists do not', () => {
    const document = readSeed('001')
    const blocks = document.reports[0]?.blocks ?? []
    expect(document.residue).toHaveLength(7)
    expect(blocks.every((block) => !('text' in block) || !block.text.includes('扫描全能王'))).toBe(true)
    expect(blocks.some((block) => block.kind === 'paragraph' && block.text.includes('及配置效率，实现财政资源'))).toBe(true)
    expect(blocks.some((block) => block.kind === 'paragraph' && block.text.includes('原则和规范，对取得的资料'))).toBe(true)
    expect(blocks.filter((block) => block.kind === 'paragraph' && /^(- )?\d：/.test(block.text))).toHaveLength(15)
    expect(headings(document, 2)).toHaveLength(8)
  })

  test('002: cells on lines of their own become rows, empty ones included', () => {
    const document = readSeed('002')
    expect(tables(document).map(rowsOf)).toEqual([
      [
        '序号 | 职能 | 工作活动 | 年度工作目标 | 对应项目支出',
        '1 | 政府办事务管理 | 机关日常工作 | 政府办工作有序进行 | 政务服务相关经费',
        '2 |  |  |  | ',
        '3 |  |  |  | ',
        '4 |  |  |  | ',
      ],
      [
        '序号 | 项目名称 | 绩效目标 | 实现情况',
        '1 | 政务服务相关经费 | 保障政府办正常运转 | 政府办工作顺利开展',
        '2 |  |  | ',
        '3 |  |  | ',
        '4 |  |  | ',
      ],
    ])
    expect(tables(document).map(({ headerRows }) => headerRows)).toEqual([1, 1])
    expect(headings(document, 3)).toHaveLength(18)
  })

  test('003: the form is one table, its broken rows are whole, its label rows are known', () => {
    const document = readSeed('003')
    const [form, scores] = tables(document)
    expect(tables(document)).toHaveLength(2)
    expect(form?.rows).toHaveLength(46)
    expect(form).toMatchObject({ headerRows: 0, labelRows: [3, 9, 15], unit: 'wan-yuan' })
    const rows = form ? rowsOf(form) : []
    expect(rows[4]).toBe(' | 任务1：政府政务经费 | 政府政务经费 | 110 | 110 |  | 83.42 | 83.42 | 76%')
    expect(rows[26]).toBe(' |  | 决算真实性 | 真实 | 定性指标 | 真实 | 1 | 1 | ')
    expect(rows[12]?.startsWith(' | (2)其他资金 |')).toBe(true)
    expect(rows[16]).toBe('投入管理指标(20分) | 工作目标管理 | 年度履职目标相关性 | 相关 | 定性指标 | 相关 | 1 | 1 | ')
    expect(scores && rowsOf(scores)).toHaveLength(6)
    expect(scores).toMatchObject({ headerRows: 1, labelRows: [0], unit: null })
    expect(headings(document, 2)).toHaveLength(9)
    const paragraphs = document.reports[0]?.blocks.filter((block) => block.kind === 'paragraph') ?? []
    const unfinished = paragraphs.filter(({ text }) => text.length > 20 && !/[。；：]$/.test(text))
    expect(unfinished).toEqual([])
  })

  test('004: four reports, each with its own sections', () => {
    const document = readSeed('004')
    expect(document.reports.map(({ blocks }) => blocks.length)).toEqual([73, 52, 45, 61])
    expect(document.reports.map(({ blocks }) => blocks.filter((block) => block.kind === 'heading' && block.level === 2).length)).toEqual([
      6, 5, 4, 6,
    ])
    expect(document.residue.filter(({ kind }) => kind === 'word-residue')).toHaveLength(3)
  })
})
