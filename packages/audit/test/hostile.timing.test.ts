/** Reading and auditing take time that grows with the text and not faster, whatever the text. The bench does the full sizes. */
import { ingestText } from '@jiheng/ingest'
import { describe, expect, test } from 'vitest'
import { audit } from '../src/index.ts'

/** Characters of a text that is full of figures, and of one without. */
const DENSE = 1 << 15
const SPARSE = 1 << 19
const MOST_GROWTH = 8
const MOST_MS = 20_000
/** Below this the clock says nothing. */
const CLOCK_MS = 5

type Make = (length: number) => string

const repeat =
  (piece: string): Make =>
  (length) =>
    piece.repeat(Math.ceil(length / piece.length))

/** Pieces that differ, by number. */
const count =
  (piece: (at: number) => string, head = ''): Make =>
  (length) => {
    const pieces: string[] = [head]
    for (let at = 1, written = 0; written < length; at++) {
      const next = piece(at)
      written += next.length
      pieces.push(next)
    }
    return pieces.join('')
  }

/** An amount with two decimals that looks like any other. */
const amount = (at: number): string => (((at * 2_654_435_761) % 10_000_000) / 100).toFixed(2)

const SPARSE_TEXTS: Readonly<Record<string, Make>> = {
  'a sentence without an end': repeat('我单位按照要求开展工作'),
  digits: repeat('1234567890'),
  其中: repeat('其中'),
  NULs: repeat('\0'),
  commas: repeat('，'),
  占: repeat('占'),
  较: repeat('较上年同比'),
  numerals: repeat('一二三四五六七八九十百千万亿'),
  'rates without figures': repeat('办结率、合格率均达到目标'),
  'bands of grades': repeat('90分-100分为'),
}

const DENSE_TEXTS: Readonly<Record<string, Make>> = {
  'short numbers in one sentence': repeat('1元,'),
  'amounts in one sentence': count((at) => `支出${amount(at)}万元，`),
  'amounts in sentences': count((at) => `支出${amount(at)}万元。`),
  'amounts in paragraphs': count((at) => `项目支出${amount(at)}万元。\n`),
  'one fact told again and again': repeat('基本支出100.00万元。\n'),
  'one fact told with many values': count((at) => `公务接待费${amount(at)}万元。\n`),
  'facts of many places': count((at) => `示例${at}站基本支出${amount(at)}万元，项目支出${amount(at + 1)}万元。\n`),
  shares: count((at) => `甲${amount(at)}万元，占5.5%，`),
  'parts of parts': count((at) => `其中：${amount(at)}万元，`),
  changes: count((at) => `公务接待费${amount(at)}万元，比上年增加${amount(at + 7)}万元，增长5.5%。`),
  rates: count((at) => `预算${amount(at)}万元，支出${amount(at + 1)}万元，执行率95%。\n`),
  'rates without operands': count((at) => `预算执行率95.${at % 100}%。\n`),
  'totals behind their parts': count((at) => `甲${amount(at)}万元，乙${amount(at + 2)}万元，合计${amount(at)}万元。`),
  classes: count((at) => `一般公共服务支出${amount(at)}万元，教育支出${amount(at + 1)}万元，国防支出${amount(at + 2)}万元。\n`),
  products: count((at) => `${at}人，每人${amount(at)}元，共计${amount(at)}元。`),
  'sums of all the above': repeat('甲3万元。以上三项共9万元。'),
  'scores and weights': repeat('指标2分，得1.5分，'),
  'total scores': repeat('自评得分88分。其中投入得6分，产出得4分。'),
  'scored items': count((at) => `（${at}）数量指标2分，得2分。\n`),
  'scored items under headings': repeat('一、产出指标分析\n1.数量指标2分，得1分。\n'),
  'grades in one paragraph': repeat('自评得分95分，等级为优。'),
  'openings and balances': count(
    (at) => `年初结转${amount(at)}万元，本年收入${amount(at)}万元，本年支出${amount(at)}万元，年末结转${amount(at)}万元。`,
  ),
  'numbers in another unit': count(
    (at) => `基本支出${amount(at)}万元，其中：人员经费${amount(at + 1)}元，公用经费${amount(at + 2)}万元。\n`,
  ),
  'things counted twice': count((at) => `共有${at}个农家书屋账号。`),
  headings: repeat('一、标题\n'),
  'headings with figures': count((at) => `${'一二三四五'[at % 5]}、支出${amount(at)}万元\n`),
  'open brackets': repeat('（3个'),
  'a table of many rows': count((at) => `甲${at}\t${amount(at)}\t${amount(at + 1)}\t95.5%\n`, '项目\t年初预算\t全年执行\t执行率\n'),
  'a table of totals': count((at) => `${at % 3 === 0 ? '合计' : `甲${at}`}\t${amount(at)}\n`, '项目\t金额\n'),
  'a table of subtotals': count((at) => `${at % 3 === 0 ? '小计' : `甲${at}`}\t${amount(at)}\n`, '项目\t金额\n'),
  'a table of levels': count((at) => `${['一、', '（一）', '1.'][at % 3]}甲\t${amount(at)}\n`, '项目\t金额\n'),
  'a table of parts': count((at) => `${at % 2 === 0 ? '其中：甲' : '乙'}\t${amount(at)}\n`, '项目\t金额\n'),
  'a table of indicators': count((at) => `产出指标（40分）\t甲${at}\t2\t2\n`, '一级指标\t三级指标\t分值\t得分\n'),
  'a table of heads': repeat('项目\t分值\t得分\n甲\t3\t3\n合计\t3\t3\n'),
  'one row of many cells': count((at) => `${amount(at)}\t`),
  'a wide table': count(
    (at) => `甲${at}\t${Array.from({ length: 99 }, (_, column) => amount(at * 99 + column)).join('\t')}\n`,
    `项目\t${Array.from({ length: 99 }, (_, column) => ['年初预算', '全年执行', '执行率', '占比', '增减额', '合计'][column % 6]).join('\t')}\n`,
  ),
  'many tables': count(
    (at) => `项目\t金额\n甲\t${amount(at)}\n乙\t${amount(at + 1)}\n合计\t${amount(at + 2)}\n\n说明${amount(at)}万元。\n\n`,
  ),
  'many forms': repeat('项目名称\t道路改造\n资金总额\t100\n其中：财政拨款\t50\n'),
  'a cell of running text': count((at) => `完成道路改造${at}公里，投入资金${amount(at)}万元，`, '项目\t内容\n甲\t'),
  'text and table': (length) =>
    `${count((at) => `道路改造项目${at}支出${amount(at)}万元。\n`)(length / 2)}\n\n${count((at) => `道路改造项目${at}\t${amount(at + 1)}\n`, '项目\t金额（万元）\n')(length / 2)}`,
  'many reports': repeat('临河县示例局\n2023年度部门整体支出绩效自评报告\n一、概况\n全年支出3万元。\n'),
}

describe('time grows with the text', () => {
  for (const [name, make] of Object.entries(SPARSE_TEXTS)) test(`${name}`, () => expectLinear(make, SPARSE), 60_000)
  for (const [name, make] of Object.entries(DENSE_TEXTS)) test(`${name}`, () => expectLinear(make, DENSE), 60_000)
})

/** The least of a few runs, in processor time, so that a noisy neighbour says little; more runs where the first say no. */
function expectLinear(make: Make, length: number): void {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
  const [warm, small, large] = [encode(make(length / 16)), encode(make(length / 4)), encode(make(length))]
  timeOf(warm)
  let least = Number.POSITIVE_INFINITY
  let most = Number.POSITIVE_INFINITY
  for (let tries = 0; tries < 4; tries++) {
    least = Math.min(least, timeOf(small))
    most = Math.min(most, timeOf(large))
    if (most / Math.max(least, CLOCK_MS) <= MOST_GROWTH * 0.75) break
  }
  expect(most).toBeLessThan(MOST_MS)
  expect(most / Math.max(least, CLOCK_MS)).toBeLessThan(MOST_GROWTH)
}

function timeOf(bytes: Uint8Array): number {
  const start = process.cpuUsage()
  audit(ingestText(bytes, { name: 'f', sha256: '' }), { asOf: null, year: null, purpose: null })
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}
