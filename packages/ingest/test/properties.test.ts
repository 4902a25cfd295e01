import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ingestText } from '../src/index.ts'
import { expectSound, read } from './helpers.ts'

/** Pieces that reports, their exporters and their scanners put together. */
const PIECES = [
  ...['一、', '（二）', '(三）', '1.', '2、', '（3）', '①', '1.2', '第一部分', '3．', '１、', '附件1', '附表：'],
  ...['基本情况', '部门整体支出绩效自评报告', '青禾县水务局', '2023年度', '预算执行率', '我单位', '其中：', '单位：万元', '合计', '性'],
  ...['1,234.56', '９５．６', '95.92 分', '100%', '≥99', '万元', '0', '2022 年', '51179922T000009123456'],
  ...['。', '，', '；', '：', '、', '“', '”', '（', '）', '《', '》', '-', '—', '…', '……………'],
  ...[
    '\n',
    '\n\n',
    '\n\n\n',
    '\r\n',
    '\r',
    '\f',
    '\u2028',
    '\t',
    '\t\t',
    ' ',
    '  ',
    '    ',
    '\u3000',
    '\u00a0',
    '\u200b',
    '\ufeff',
    '\ufe0f',
  ],
  ...['|', ' | ', '---', '| --- | --- |', '│', '┌──┬──┐', '├──┼──┤', '+---+', '｜'],
  ...[
    '扫描全能王 创建',
    '由扫描全能王扫描创建',
    '- 3 -',
    '第 3 页 共 10 页',
    '[bookmark: _GoBack]',
    '[bookmark',
    '**',
    '## ',
    '\\',
    '&nbsp;',
    '<br>',
    '![',
    '目录',
  ],
  ...['系统 OA system', 'the quick brown fox', '😀', '𠮷', '\ud800', '专 项资金', '年度 履职', 'a'],
]
const report = fc.array(fc.constantFrom(...PIECES), { maxLength: 120 }).map((pieces) => pieces.join(''))
const line = fc.array(fc.constantFrom(...PIECES.filter((piece) => !/[\n\r\f\u2028]/.test(piece))), { minLength: 1, maxLength: 6 })
const lined = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n', '\n\n', '\r\n', '\n\f')), { maxLength: 40 })
  .map((lines) => lines.map(([pieces, end]) => pieces.join('') + end).join(''))
const tabbed = fc
  .array(fc.array(fc.constantFrom('', '', '性', '预算', '100', '目标1：甲', '其中', '年', '得分'), { maxLength: 6 }), { maxLength: 30 })
  .chain((rows) => fc.constantFrom('\t', '  ', ' | ', '\n\t').map((mark) => rows.map((row) => row.join(mark)).join('\n')))

/** What the decoder makes of it: lone surrogates cannot come through UTF-8. */
function asDecoded(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text))
}

describe('whatever the text', () => {
  for (const [name, texts] of Object.entries({ report, lined, tabbed, any: fc.string({ unit: 'binary', maxLength: 200 }) })) {
    test(`every character keeps its way back and none is lost: ${name}`, () => {
      fc.assert(
        fc.property(texts, (text) => {
          const decoded = asDecoded(text)
          const document = read(text)
          if (
            text.includes('\0') ||
            document.problems.some(({ code }) => code === 'file.binary' || code === 'text.undecodable' || code === 'file.empty')
          )
            return
          expectSound(decoded, document)
        }),
        { numRuns: 1500 },
      )
    })
  }

  test('reading is the same every time and the value survives JSON', () => {
    fc.assert(
      fc.property(lined, (text) => {
        const document = read(text)
        expect(read(text)).toEqual(document)
        expect(JSON.parse(JSON.stringify(document))).toEqual(document)
      }),
      { numRuns: 200 },
    )
  })

  test('a file with Windows line ends gives the same texts', () => {
    fc.assert(
      fc.property(lined, (text) => {
        const unix = text.replace(/\r\n?/g, '\n')
        expect(textsOf(unix.replaceAll('\n', '\r\n'))).toEqual(textsOf(unix))
      }),
      { numRuns: 300 },
    )
  })
})

describe('whatever the bytes', () => {
  test('reading never throws and says what it could not read', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const document = ingestText(bytes, { name: 'f', sha256: '' })
        expect(document.reports.length > 0 || document.problems.length > 0).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })
})

function textsOf(text: string): unknown {
  return read(text).reports.map(({ title, unit, year, kind, blocks }) => [
    { title, unit, year, kind },
    blocks.map((block) =>
      block.kind === 'table' ? block.rows.map((row) => row.map((cell) => cell.text)) : 'text' in block ? block.text : block.title,
    ),
  ])
}
