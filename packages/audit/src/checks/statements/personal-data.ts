/** Personal data in a report that is to be published. What is found is told without being printed whole. */
import type { Block } from '@jiheng/ingest'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Quote, Severity } from '../../findings/finding.ts'
import { quoteCell, quoteWords } from '../../findings/quote.ts'
import { type Tell, textCheck } from '../text-check.ts'
import { mask, type PersonalKind, personalNumbersIn } from './personal-numbers.ts'

const wording = {
  title: '含未隐去的个人信息',
  remedy: '公开前隐去或删去。',
  explain:
    '仅在为公开而校核时（--for disclosure）检查：身份证号、手机号、银行卡号、到门牌的住址，以及列有姓名和证件号、电话或住址的名单。填报人、联系人的电话在报送时需要，公开时作为提示。已用星号隐去的不提。',
  titleEnglish: 'Personal data not masked before publication',
}

export const personalData = textCheck(
  {
    id: 'personal-data',
    kind: 'other',
    severity: 'warning',
    wording,
    source: '政府信息公开条例第十五条；个人信息保护法第二十八条',
  },
  (set, tell, context) => {
    if (context.purpose !== 'disclosure') {
      tell.notApplicable()
      return
    }
    // What a list of persons holds is told with the list.
    const lists = tellLists(set, tell)
    const found = numbersOf(set, lists)
    for (const kind of Object.keys(NAMES) as PersonalKind[]) tellKind(tell, kind, found.get(kind) ?? [])
  },
)

const NAMES: Readonly<Record<PersonalKind, { readonly name: string; readonly severity: Severity }>> = {
  id: { name: '身份证号', severity: 'warning' },
  mobile: { name: '手机号', severity: 'warning' },
  card: { name: '银行卡号', severity: 'warning' },
  address: { name: '到门牌的住址', severity: 'warning' },
  filer: { name: '填报人或联系人的电话', severity: 'info' },
}
const MAX_QUOTES = 8

interface Found {
  readonly masked: string
  readonly quote: () => Quote
}

/** One finding of each kind, however many there are. */
function tellKind(tell: Tell, kind: PersonalKind, found: readonly Found[]): void {
  const [first, ...more] = found
  if (first === undefined) {
    tell.pass()
    return
  }
  const { name, severity } = NAMES[kind]
  tell.fail({
    severity,
    message: `写有${name} ${found.length} 处（如 ${first.masked}），公开前请隐去。`,
    quotes: [first.quote(), ...more.slice(0, MAX_QUOTES - 1).map(({ quote }) => quote())],
    computation: `${name} ${found.length} 处：${found
      .slice(0, MAX_QUOTES)
      .map(({ masked }) => masked)
      .join('、')}`,
    steps: [`找到${name} ${found.length} 处`, severity === 'info' ? '报送时需要，公开时可删去' : '公开的报告不应含个人信息'],
    confidence: 0.9,
  })
}

/** So much of a number is pointed at: its place, and not the person. */
const SHOWN = 3

function numbersOf(set: ClaimSet, lists: ReadonlySet<number>): Map<PersonalKind, Found[]> {
  const found = new Map<PersonalKind, Found[]>()
  const take = (text: string, head: string, quoteAt: (start: number, end: number) => Quote) => {
    for (const { kind, start, end } of personalNumbersIn(text, head)) {
      const shown = kind === 'address' ? text.slice(start, end).search(/[0-9０-９]/) : SHOWN
      const entry = { masked: mask(text.slice(start, end), kind), quote: () => quoteAt(start, start + shown) }
      const others = found.get(kind)
      if (others === undefined) found.set(kind, [entry])
      else others.push(entry)
    }
  }
  for (const [index, block] of set.report.blocks.entries()) {
    if (lists.has(index)) continue
    if (block.kind === 'table')
      for (const [row, cells] of block.rows.entries())
        for (const [column, cell] of cells.entries())
          take(cell.text, headOf(block, row, column), (start, end) => partOfCell(set, index, row, column, cell.text.slice(start, end)))
    else if ('text' in block)
      take(
        block.text,
        '',
        (
          start,
          end, // Never more than the words themselves: what stands beside them may be personal, too.
        ) => quoteWords(set, index, start, end, { start, end }),
      )
  }
  return found
}

type Table = Extract<Block, { kind: 'table' }>

/** The label above a cell, and the one before it in forms. */
function headOf(table: Table, row: number, column: number): string {
  const above = table.rows.slice(0, Math.min(Math.max(table.headerRows, 1), row)).map((cells) => cells[column]?.text ?? '')
  return [...above, table.rows[row]?.[column - 1]?.text.slice(-12) ?? ''].join(' ')
}

/** A few characters of a cell, so that the rest of its row is not printed. */
function partOfCell(set: ClaimSet, block: number, row: number, column: number, words: string): Quote {
  const whole = quoteCell(set, block, row, column)
  const start = set.report.blocks[block]?.at.original.indexOf(words, whole.start) ?? -1
  return start < 0 || start >= whole.end ? whole : { ...whole, text: words, textStart: start, start, end: start + words.length }
}

/** Heads stand in one of the first rows, also where no reader of figures takes them for heads. */
const TITLE_ROWS = 4
const PERSON = /姓名|户主|受益人|受助人|补助对象|学生|对象$/
const PRIVATE = /身份证|证件号|手机|电话|住址|家庭地址|银行卡|一卡通|账号|卡号|残疾证/
const OF_STAFF = /职务|职称|岗位|分工|科室|组长|单位/

/** A list of persons with their numbers or addresses: pointed at by its heads, not by its persons. */
function tellLists(set: ClaimSet, tell: Tell): ReadonlySet<number> {
  const lists = new Set<number>()
  for (const [index, block] of set.report.blocks.entries()) {
    if (block.kind !== 'table') continue
    for (const label of new Set([...block.rows.keys()].slice(0, TITLE_ROWS).concat(block.labelRows))) {
      const heads = block.rows[label] ?? []
      const person = heads.findIndex(({ text }) => PERSON.test(text))
      const numbers = heads.findIndex(({ text }) => PRIVATE.test(text))
      if (person < 0 || numbers < 0) continue
      const rows = block.rows.slice(label + 1).filter((cells) => isFilled(cells[person]?.text) && isFilled(cells[numbers]?.text))
      if (rows.length === 0 || lists.has(index)) continue
      lists.add(index)
      const isStaff = heads.some(({ text }) => OF_STAFF.test(text))
      const names = `${heads[person]?.text ?? ''}、${heads[numbers]?.text ?? ''}`
      tell.fail({
        severity: isStaff ? 'info' : 'warning',
        message: `名单列有${names}，共 ${rows.length} 人，公开前请隐去。`,
        quotes: [person, numbers].map((column) => partOfCell(set, index, label, column, heads[column]?.text ?? '')) as [Quote, Quote],
        computation: `同一表中有${names}，已填 ${rows.length} 行`,
        steps: [`表头：${names}`, `已填 ${rows.length} 行，没有隐去`],
        confidence: 0.85,
      })
    }
  }
  return lists
}

/** Something is there, and no asterisk hides it. */
const isFilled = (text: string | undefined): boolean =>
  text !== undefined && text.trim().length > 1 && !/[*＊×]{2,}|[xX]{3,}|^[—/-]+$/.test(text)
