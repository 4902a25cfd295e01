/** Office workbooks: what is shown, what is a table and what a line, what is hidden, where it stands, what formulas hold. */
import { placeAt } from '@jiheng/vocabulary'
import { describe, expect, test } from 'vitest'
import { linesOf, readBook, readRows } from './workbook-parts.ts'

const words = (cell: string, text: string) => `<c r="${cell}" t="inlineStr"><is><t>${text}</t></is></c>`
const number = (cell: string, value: string | number, style = 0) => `<c r="${cell}" s="${style}"><v>${value}</v></c>`
const row = (index: number, ...cells: readonly string[]) => `<row r="${index}">${cells.join('')}</row>`
const merges = (...refs: readonly string[]) => `<mergeCells>${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`

describe('what a cell shows', () => {
  test('numbers in their formats, whatever kind of cell holds them', async () => {
    const document = await readRows(
      row(1, words('A1', '项目'), words('B1', '金额'), words('C1', '比率')) +
        row(2, '<c r="A2" t="s"><v>1</v></c>', number('B2', '1234.5', 1), number('C2', '0.9644', 2)) +
        row(3, '<c r="A3" t="s"><v>0</v></c>', number('B3', '-0.1', 1), '<c r="C3" t="e"><v>#DIV/0!</v></c>') +
        row(4, '<c r="A4" t="str"><f>A3</f><v>甲&amp;乙</v></c>', number('B4', '45047', 3), '<c r="C4" t="b"><v>1</v></c>'),
      {
        formats: ['General', '#,##0.00', '0.00%', 'yyyy"年"m"月"d"日"'],
        strings:
          '<si><t>甲</t></si><si><r><t xml:space="preserve">基本</t></r><rPh sb="0" eb="1"><t>ji</t></rPh><r><t>支出_x000D_</t></r></si>',
      },
    )
    expect(linesOf(document)).toEqual([
      '项目 | 金额 | 比率',
      '基本支出 | 1,234.50 | 96.44%',
      '甲 | -0.10 | #DIV/0!',
      '甲&乙 | 2023年5月1日 | TRUE',
    ])
    expect(document.problems).toEqual([])
  })

  test('numbers that are kept as words are read as their words', async () => {
    const document = await readRows(
      row(1, words('A1', '１２３'), words('B1', '1,234.50 ')) + row(2, words('A2', '2010301'), words('B2', '00')),
    )
    expect(linesOf(document)).toEqual(['１２３ | 1,234.50', '2010301 | 00'])
  })

  test('cells and rows that do not say where they stand follow each other', async () => {
    const document = await readRows('<row><c><v>1</v></c><c><v>2</v></c></row><row r="2"><c r="B2"><v>4</v></c><c><v>5</v></c></row>')
    expect(linesOf(document)).toEqual(['1 | 2 | ', ' | 4 | 5'])
  })
})

describe('lines and tables', () => {
  test('titles, unit and notes are lines, the rows between are a table', async () => {
    const document = await readRows(
      row(1, words('A1', '临河县示例局收支表')) +
        row(2, words('C2', '单位：万元')) +
        row(3, words('A3', '项目'), words('B3', '预算数'), words('C3', '决算数')) +
        row(4, words('A4', '一、基本支出')) +
        row(5, words('A5', '人员经费'), number('B5', 10), number('C5', 9)) +
        row(6, words('A6', '公用经费'), number('B6', 5), number('C6', 4)) +
        row(7, words('A7', '注：本表以万元为单位。')),
      { after: merges('A1:C1', 'A7:C7') },
    )
    expect(linesOf(document)).toEqual([
      'P 临河县示例局收支表',
      'P 单位：万元',
      '项目 | 预算数 | 决算数',
      '一、基本支出 |  | ',
      '人员经费 | 10 | 9',
      '公用经费 | 5 | 4',
      'P 注：本表以万元为单位。',
    ])
    const table = document.reports[0]?.blocks.find((block) => block.kind === 'table')
    expect(table).toMatchObject({ unit: 'wan-yuan', headerRows: 1 })
  })

  test('captions side by side above a table are a line', async () => {
    const document = await readRows(
      row(1, words('A1', '编制单位：临河县示例局'), words('C1', '金额单位：万元')) +
        row(2, words('A2', '项目'), words('B2', '预算数'), words('C2', '决算数')) +
        row(3, words('A3', '合计'), number('B3', 1), number('C3', 2)),
    )
    expect(linesOf(document)).toEqual(['P 编制单位：临河县示例局 金额单位：万元', '项目 | 预算数 | 决算数', '合计 | 1 | 2'])
    expect(document.reports[0]?.blocks[1]).toMatchObject({ unit: 'wan-yuan', headerRows: 1 })
  })

  test('a blank row ends a table, and so do prose and the caption of another', async () => {
    const table = (at: number) =>
      row(at, words(`A${at}`, '甲'), number(`B${at}`, at)) + row(at + 1, words(`A${at + 1}`, '乙'), number(`B${at + 1}`, at))
    const document = await readRows(
      table(1) +
        table(4) +
        row(6, words('A6', '以上为本年收入。')) +
        table(7) +
        row(9, words('A9', '表2')) +
        row(10, words('B10', '单位：元')) +
        table(11),
    )
    const kinds = document.reports[0]?.blocks.map((block) => (block.kind === 'table' ? block.rows.length : block.kind))
    expect(kinds).toEqual([2, 2, 'paragraph', 2, 'paragraph', 'paragraph', 2])
  })

  test('a whole report in cells, a paragraph a row', async () => {
    const document = await readRows(
      row(1, words('A1', '临河县示例局2023年度部门整体支出绩效自评报告')) +
        row(3, words('A3', '一、部门概况')) +
        row(4, words('A4', '　　本局编制20人，年末实有18人。\n　　下设两个股室。')) +
        row(5, words('A5', '（一）预算执行')) +
        row(6, words('A6', '全年支出100万元。')),
      { after: merges('A1:H1', 'A3:H3', 'A4:H4') },
    )
    expect(linesOf(document)).toEqual([
      'H0 -|临河县示例局2023年度部门整体支出绩效自评报告',
      'H2 一、|部门概况',
      'P 本局编制20人，年末实有18人。',
      'P 下设两个股室。',
      'H3 （一）|预算执行',
      'P 全年支出100万元。',
    ])
    expect(document.reports[0]).toMatchObject({ unit: '临河县示例局', year: 2023 })
  })

  test('rows still to be filled in belong to the table', async () => {
    const document = await readRows(
      row(1, words('A1', '序号'), words('B1', '名称')) +
        row(2, number('A2', 1), words('B2', '甲')) +
        row(3, number('A3', 2)) +
        row(4, number('A4', 3)),
    )
    expect(linesOf(document)).toEqual(['序号 | 名称', '1 | 甲', '2 | ', '3 | '])
  })
})

describe('merged cells', () => {
  test('text stands in the first slot; columns in which no cell begins are none', async () => {
    const document = await readRows(
      row(1, words('A1', '指标'), words('D1', '分值'), words('E1', '得分')) +
        row(2, words('A2', '产出'), words('B2', '数量'), number('D2', 10), number('E2', 9)) +
        row(3, words('B3', '质量'), number('D3', 10), number('E3', 8)),
      { after: merges('A1:C1', 'A2:A3', 'B2:C2', 'B3:C3') },
    )
    const table = document.reports[0]?.blocks[0]
    expect(
      table?.kind === 'table' && table.rows.map((cells) => cells.map(({ text, rowSpan, colSpan }) => `${text}${rowSpan}${colSpan}`)),
    ).toEqual([
      ['指标12', '11', '分值11', '得分11'],
      ['产出21', '数量11', '1011', '911'],
      ['11', '质量11', '1011', '811'],
    ])
  })

  test('words under a merged cell are not shown', async () => {
    const document = await readRows(
      row(1, words('A1', '甲'), words('B1', '看不见'), words('C1', '乙')) + row(2, number('A2', 1), number('B2', 2), number('C2', 3)),
      {
        after: merges('A1:B1'),
      },
    )
    expect(linesOf(document)).toEqual(['甲 |  | 乙', '1 | 2 | 3'])
  })

  test('rows that a cell from above fills are not blank', async () => {
    const document = await readRows(
      row(1, words('A1', '结论'), words('B1', '执行良好')) + row(5, words('A5', '负责人'), words('B5', '签字')),
      { after: merges('A1:A4', 'B1:B4') },
    )
    expect(linesOf(document)).toEqual(['结论 | 执行良好', '负责人 | 签字'])
  })

  test('merges that overlap or fill the sheet do no harm', async () => {
    const document = await readRows(row(1, number('A1', 1), number('C1', 2)) + row(2, number('A2', 3), number('C2', 4)), {
      after: merges('A1:XFD1048576', 'A1:B2', 'C2:D9', 'Z9:A1', 'A1', 'nonsense'),
    })
    expect(linesOf(document)).toEqual(['P 1'])
  })
})

describe('sheets', () => {
  const two = (name: string) => ({ name, rows: row(1, words('A1', '甲'), number('B1', 1)) + row(2, words('A2', '乙'), number('B2', 2)) })

  test('hidden ones are left out and named, hidden rows and columns are read and named', async () => {
    const document = await readBook({
      sheets: [
        {
          name: '表一',
          before: '<cols><col min="2" max="2" hidden="1"/><col min="9" max="16384" hidden="1"/></cols>',
          rows: `<row r="1" hidden="1">${words('A1', '甲')}${number('B1', 1)}</row><row r="2" hidden="true">${words('A2', '乙')}${number('B2', 2)}</row>`,
        },
        { ...two('底稿'), state: 'hidden' },
        { ...two('密'), state: 'veryHidden' },
        { name: '空', rows: '', state: 'hidden' },
      ],
    })
    expect(linesOf(document)).toEqual(['P 表一', '甲 | 1', '乙 | 2'])
    expect(document.problems).toEqual([
      { code: 'sheet.hidden-lines', at: ['a.xlsx', '表一'], details: { rows: '1-2', columns: 'B' } },
      { code: 'sheet.hidden', at: ['a.xlsx', '底稿'], details: {} },
      { code: 'sheet.hidden', at: ['a.xlsx', '密'], details: {} },
    ])
  })

  test('a name is a line where it says what the cells do not', async () => {
    const title = {
      rows: row(1, words('A1', '收支总表')) + row(2, words('A2', '甲'), number('B2', 1)) + row(3, words('A3', '乙'), number('B3', 2)),
    }
    const names = async (name: string, rows: string) =>
      linesOf(await readBook({ sheets: [{ name, rows }] })).filter((line) => !line.includes(' | '))
    expect(await names('Sheet1', two('').rows)).toEqual([])
    expect(await names('工作表2', two('').rows)).toEqual([])
    expect(await names('绩效目标表', two('').rows)).toEqual(['P 绩效目标表'])
    expect(await names('附件2', two('').rows)).toEqual(['A 附件2'])
    expect(await names('收支总表', title.rows)).toEqual(['P 收支总表'])
    expect(await names('自评报告', title.rows)).toEqual(['P 收支总表'])
  })

  test('every cell leads back to where it stands', async () => {
    const document = await readBook({ sheets: [{ name: '封面', rows: row(2, words('C2', '说明：无。')) }, two('表 二')] })
    const [paragraph, , table] = document.reports[0]?.blocks ?? []
    expect(paragraph && placeAt(document.places, paragraph.at.start)?.spot).toEqual({ kind: 'cell', sheet: '封面', cell: 'C2' })
    const cell = table?.kind === 'table' ? table.rows[1]?.[1] : undefined
    expect(cell && placeAt(document.places, cell.at.start)?.spot).toEqual({ kind: 'cell', sheet: '表 二', cell: 'B2' })
  })
})

describe('formulas', () => {
  const formula = (cell: string, text: string, value: string, more = '') => `<c r="${cell}"><f${more}>${text}</f><v>${value}</v></c>`

  test('are kept with their results and the place of what is shown; shared ones for each cell', async () => {
    const document = await readBook({
      formats: ['General', '0.0'],
      sheets: [
        {
          name: '表',
          rows:
            row(
              1,
              number('A1', '0.1'),
              number('B1', '2.5', 1),
              formula('C1', 'A1+$B$1+SUM(A1:B1)', '5.2', ' t="shared" ref="C1:C2" si="0"'),
            ) +
            row(2, number('A2', '1E-3'), number('B2', '3'), formula('C2', '', '7', ' t="shared" si="0"')) +
            row(3, words('A3', '合计'), formula('B3', 'B1+B2', '5.5'), formula('C3', 'B1:B2*2', '5', ' t="array" ref="C3"')),
        },
        { name: '底稿', state: 'hidden', rows: row(1, number('A1', 42), formula('B1', 'A1', '42')) },
      ],
    })
    const [sheet, hidden] = document.sheets
    expect(sheet?.values).toEqual({ A1: '0.1', B1: '2.5', C1: '5.2', A2: '0.001', B2: '3', C2: '7', B3: '5.5', C3: '5' })
    expect(sheet?.formulas.map(({ cell, formula, value }) => `${cell} ${formula} ${value}`)).toEqual([
      'C1 A1+$B$1+SUM(A1:B1) 5.2',
      'C2 A2+$B$1+SUM(A2:B2) 7',
      'B3 B1+B2 5.5',
    ])
    expect(hidden).toEqual({ name: '底稿', hidden: true, values: { A1: '42', B1: '42' }, formulas: [] })
    const table = document.reports[0]?.blocks.find((block) => block.kind === 'table')
    const found = sheet?.formulas.map(({ start, end }) => table?.at.original.slice(start - table.at.start, end - table.at.start))
    expect(found).toEqual(['5.2', '7', '5.5'])
  })

  test('a workbook without any holds no values', async () => {
    const document = await readRows(row(1, number('A1', 1), number('B1', 2)))
    expect(document.sheets).toEqual([])
  })

  test('sharing moves cells, not functions, sheets or words', async () => {
    const own = "LOG10(A1)+'A1 表'!A$1+表A1!$A1&quot;A1&quot;"
    const document = await readRows(
      row(1, formula('B1', own, '1', ' t="shared" ref="B1:B2" si="3"'), number('C1', 1)) +
        row(2, formula('C2', '', '2', ' t="shared" si="3"'), number('D2', 1)),
    )
    expect(document.sheets[0]?.formulas[1]?.formula).toBe(`LOG10(B2)+'A1 表'!B$1+表A1!$A2"A1"`)
  })
})
