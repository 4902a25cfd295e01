/** Something is said not to have happened, and yet it is counted: 未发生安全事故 beside 发生安全事故2起. */
import type { Block } from '@jiheng/ingest'
import { compare, ZERO } from '@jiheng/quantity'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import { reduce } from '../../claims/phrase-words.ts'
import { selfTest } from '../../claims/self-names.ts'
import type { Quote } from '../../findings/finding.ts'
import { quoteCell, quoteFigure } from '../../findings/quote.ts'
import { sayFigure } from '../../findings/say.ts'
import { textCheck } from '../text-check.ts'
import { isNotYet, isOutlook, namesOtherYear, quoteClause, type Said, saidOf, sentenceText, textOf, titlesOver } from './said.ts'

const EVENT = '(?:事故|事件|火灾|疫情|舆情|灾害|泄漏|中毒)'
const DENIED = new RegExp(
  `^(.{0,24}?)(?:(?:未|没有|无|零)(?:再)?(?:发生|出现)?)(?:任何|过|一起|一例|1起|1例)?([一-鿿]{0,14}${EVENT})(?:的?发生)?$`,
)
/** No report denies more. */
const MOST = 200
/** Whose: the unit's own accidents are not those of the county that it watches over. */
const TERRITORY = /全县|全区|全市|全镇|全乡|全旗|全州|全省|辖区|境内|县域|市域|区域/
/** One that is graded is one all the same. */
const GRADE = /^(?:一般|较大|重大|特大|轻微|小型|局部)(?:以上|及以上)?的?/
const FILLERS =
  /^(?:全年|当年|年内|辖区|全县|全区|全市|全镇|全乡|境内|范围|内|均|也|并|且|无一例|共|累计|实现)+|(?:全年|年内|均|也|并|且|实现)+$/g
const COUNTED = /^each:(?:起|件|例|次|宗|人|人次|户)$/
const PART_OF_YEAR = /\d月|上半年|下半年|季度|期间|节假日|活动中/

export const deniedEvent = textCheck(
  {
    id: 'denied-event',
    kind: 'contradiction',
    severity: 'warning',
    wording: {
      title: '前称未发生，后列起数',
      remedy: '核对是否发生及起数，统一前后表述。',
      explain:
        '“未发生安全事故”“零投诉”等表述，与同一年度同一事项的起数、件数对照；自评表中实际完成情况栏的表述同样对照，“食品安全事故”等与其下的具体事故对照；限定了等级或范围的表述只与同样限定的数量对照。',
      titleEnglish: 'Said not to have happened, and yet counted',
    },
    source: 'framework §6 ID-66',
  },
  (set, tell) => {
    const denials = denialsIn(set)
    if (denials.length === 0) return
    const counted = happened(set)
    const told = new Set<string>()
    for (const denial of denials) {
      const { event, words } = denial
      if (told.has(event)) continue
      const found =
        counted.find((one) => isThe(one, denial) && isNamed(event, one.name)) ??
        counted.find((one) => isThe(one, denial) && isKindOf(event, one.name) && !OF_OTHERS.test(one.figure.lead))
      if (found === undefined) {
        tell.pass()
        continue
      }
      told.add(event)
      const count = `${found.name}${sayFigure(found.figure)}`
      tell.fail(() => ({
        message: `此处称“${words}”，另处却写发生${count}，请核对。`,
        quotes: [denial.quote(), quoteFigure(set, found.figure)],
        computation: `${event}：0 ≠ ${sayFigure(found.figure)}`,
        steps: [`此处表述为未发生：“${words}”`, `同一年度列有：${count}`, '未发生的，数量应为 0'],
        confidence: 0.8,
      }))
    }
  },
)

interface Denial {
  readonly event: string
  readonly words: string
  /** -1 in a table. */
  readonly sentence: number
  readonly quote: () => Quote
}

interface Happened {
  readonly name: string
  readonly figure: Figure
}

const isNamed = (event: string, name: string): boolean => name === event || name.replace(GRADE, '') === event

/** What else is an event of the kind; a graded denial leaves those below its grade. */
const KINDS: readonly (readonly [denied: RegExp, happened: RegExp])[] = [
  [/^食品(?:卫生|质量)?安全(?:责任)?(?:事故|事件)$/, /食品|食源性|食物|腹泻|中毒/],
  [/^(?:饮水|饮用水)安全(?:事故|事件)$/, /饮水|饮用水|水质|水源/],
  [/^(?:校园|学生|幼儿)安全(?:责任)?(?:事故|事件)$/, /校园|学生|幼儿|溺水|踩踏|坠落|食源性|食物中毒/],
  [
    /^(?:安全|安全生产|生产安全|施工安全)(?:责任)?事故$/,
    /(?:安全|坍塌|触电|坠落|机械伤害|爆炸|窒息|踩踏|倒塌|物体打击|溺水|火灾|中毒)[^，。；]{0,4}事故/,
  ],
  [/^(?:森林|草原|森林草原)火灾$/, /(?:森林|草原)[^，。；]{0,4}火灾/],
  [/^(?:负面|网络|涉[一-鿿]{1,3})?(?:网络)?舆情(?:事件)?$/, /(?:负面|不良)[^，。；]{0,6}舆情/],
]
const isKindOf = (event: string, name: string): boolean => KINDS.some(([denied, events]) => denied.test(event) && events.test(name))
/** Their accidents are looked into, not had, by the one who reports. */
const OF_OTHERS = /企业|公司|商户|个体|工地|居民|业主|农户|市场|经营|其他|外地|调查|处置/

/** In the place that the denial is about, and in another sentence. */
const isThe = ({ figure: { seat, lead } }: Happened, { words, sentence }: Denial): boolean =>
  seat.kind === 'text' && seat.sentence !== sentence && TERRITORY.test(lead) === TERRITORY.test(words)

function denialsIn(set: ClaimSet): Denial[] {
  const found: Denial[] = []
  const isSelf = selfTest(set.report.unit)
  for (const sentence of set.sentences) {
    if (!EVENTS.test(sentenceText(set, sentence))) continue
    for (const said of saidOf(set, sentence)) {
      const event = deniedIn(set, said, isSelf)
      if (event !== null && found.length < MOST)
        found.push({ event, words: said.words, sentence: sentence.index, quote: () => quoteClause(set, said) })
    }
  }
  for (const [block, content] of set.report.blocks.entries())
    if (content.kind === 'table') found.push(...deniedInCells(set, block, content, isSelf).slice(0, MOST))
  return found
}

const EVENTS = /(?:未|没有|无|零)[^，。；]{0,40}(?:事故|事件|火灾|疫情|舆情|灾害|泄漏|中毒)/

type Table = Extract<Block, { readonly kind: 'table' }>

/** 实际完成情况：…，未发生食品安全事故 in a form. */
function deniedInCells(set: ClaimSet, block: number, table: Table, isSelf: (words: string) => boolean): Denial[] {
  const found: Denial[] = []
  let head: readonly string[] = []
  for (const [row, cells] of table.rows.entries()) {
    if (table.labelRows.includes(row)) head = cells.map(({ text }) => text)
    for (const [column, { text }] of cells.entries()) {
      if (!EVENTS.test(text) || !(ACTUAL.test(text) || ACTUAL.test(head[column] ?? ''))) continue
      for (const words of text.replace(/^[^：:]{0,12}[：:]/, '').split(/[，。；;、]/)) {
        const event = eventIn(words.trim(), isSelf)
        if (event === null || isNotYet(words) || PART_OF_YEAR.test(words) || namesOtherYear(words, set.report.year)) continue
        found.push({ event, words: words.trim(), sentence: -1, quote: () => quoteCell(set, block, row, column) })
      }
    }
  }
  return found
}

const ACTUAL = /^(?:全年|年度)?(?:实际)?(?:完成|实现)(?:情况|值)|^实际/

function deniedIn(set: ClaimSet, said: Said, isSelf: (words: string) => boolean): string | null {
  const event = eventIn(said.words, isSelf)
  if (event === null || isNotYet(said.words) || isOutlook(set, said.sentence.section)) return null
  if (PART_OF_YEAR.test(said.words) || namesOtherYear(said.words, set.report.year)) return null
  const before = (textOf(set, said.sentence.block) ?? '').slice(said.sentence.start, said.clause.start)
  return PART_OF_YEAR.test(before) || namesOtherYear(before, set.report.year) ? null : event
}

/** The event that a clause denies of the unit. */
function eventIn(words: string, isSelf: (words: string) => boolean): string | null {
  const match = words.length > 50 ? null : DENIED.exec(words.replace(/[“”"\s]/g, ''))
  const event = match?.[2] ?? ''
  if (match === null || event.length < 4) return null
  return reduce((match[1] ?? '').replace(FILLERS, ''), isSelf) === '' ? event : null
}

/** What is said to have happened in the year of the report: 发生安全事故2起, 5月发生1起安全事故. */
function happened(set: ClaimSet): Happened[] {
  const found: Happened[] = []
  const year = `${set.report.year}-`
  for (const figure of set.figures) {
    if (!COUNTED.test(figure.dimension) || figure.seat.kind !== 'text' || !/发生|出现/.test(figure.lead)) continue
    if ((figure.periodKey !== '' && !figure.periodKey.startsWith(year)) || figure.claim.role !== 'count') continue
    if (compare(figure.value, ZERO) <= 0 || found.length >= MOST) continue
    const lead = figure.lead.replace(/[“”"\s]/g, '')
    const at = Math.max(lead.lastIndexOf('发生'), lead.lastIndexOf('出现'))
    const named = lead.slice(at + 2).replace(/^[了过]/, '')
    const name = named === '' ? figure.tail.replace(/[“”"\s]/g, '') : named
    if (name.length < 4 || name.length > 24 || /[未无没]/.test(lead)) continue
    if (titlesOver(set, figure.section).some((title) => /目标|计划|措施/.test(title) && !/问题/.test(title))) continue
    found.push({ name, figure })
  }
  return found
}
