/** Something is said not to have happened, and yet it is counted: 未发生安全事故 beside 发生安全事故2起. */
import { compare, ZERO } from '@jiheng/quantity'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import { reduce } from '../../claims/phrase-words.ts'
import { selfTest } from '../../claims/self-names.ts'
import { quoteFigure } from '../../findings/quote.ts'
import { sayFigure } from '../../findings/say.ts'
import { textCheck } from '../text-check.ts'
import { clausesOf, isNotYet, isOutlook, namesOtherYear, quoteClause, type Said, textOf, titlesOver } from './said.ts'

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
      explain: '“未发生安全事故”“零投诉”等表述，与同一年度同一事项的起数、件数对照；限定了等级或范围的表述只与同样限定的数量对照。',
      titleEnglish: 'Said not to have happened, and yet counted',
    },
    source: 'framework §6 ID-66',
  },
  (set, tell) => {
    const counted = happened(set)
    const isSelf = selfTest(set.report.unit)
    const told = new Set<string>()
    let looked = 0
    for (const said of clausesOf(set)) {
      const event = deniedIn(set, said, isSelf)
      if (event === null || told.has(event) || ++looked > MOST) continue
      const found = counted.get(event.slice(-2))?.find(({ name, figure }) => isThe(event, name, figure, said))
      if (found === undefined) {
        tell.pass()
        continue
      }
      told.add(event)
      const count = `${found.name}${sayFigure(found.figure)}`
      tell.fail({
        message: `此处称“${said.words}”，另处却写发生${count}，请核对。`,
        quotes: [quoteClause(set, said), quoteFigure(set, found.figure)],
        computation: `${event}：0 ≠ ${sayFigure(found.figure)}`,
        steps: [`此处表述为未发生：“${said.words}”`, `同一年度列有：${count}`, '未发生的，数量应为 0'],
        confidence: 0.8,
      })
    }
  },
)

/** The same event of the same place, in another sentence. */
function isThe(event: string, name: string, { seat, lead }: Figure, { words, sentence }: Said): boolean {
  if (name !== event && name.replace(GRADE, '') !== event) return false
  return seat.kind === 'text' && seat.sentence !== sentence.index && TERRITORY.test(lead) === TERRITORY.test(words)
}

function deniedIn(set: ClaimSet, said: Said, isSelf: (words: string) => boolean): string | null {
  const match = said.words.length > 50 ? null : DENIED.exec(said.words.replace(/[“”"\s]/g, ''))
  const event = match?.[2] ?? ''
  if (match === null || event.length < 4 || isNotYet(said.words) || isOutlook(set, said.sentence.section)) return null
  if (PART_OF_YEAR.test(said.words) || namesOtherYear(said.words, set.report.year)) return null
  const before = (textOf(set, said.sentence.block) ?? '').slice(said.sentence.start, said.clause.start)
  if (PART_OF_YEAR.test(before) || namesOtherYear(before, set.report.year)) return null
  return reduce((match[1] ?? '').replace(FILLERS, ''), isSelf) === '' ? event : null
}

/** What is said to have happened in the year of the report, by the last two characters of its name. */
function happened(set: ClaimSet): Map<string, { name: string; figure: Figure }[]> {
  const found = new Map<string, { name: string; figure: Figure }[]>()
  for (const figure of set.figures) {
    if (!COUNTED.test(figure.dimension) || figure.periodKey !== '' || figure.claim.role !== 'count') continue
    if (compare(figure.value, ZERO) <= 0 || figure.seat.kind !== 'text') continue
    const lead = figure.lead.replace(/[“”"\s]/g, '')
    const at = Math.max(lead.lastIndexOf('发生'), lead.lastIndexOf('出现'))
    const name = at < 0 ? '' : lead.slice(at + 2).replace(/^[了过]/, '')
    if (name.length < 4 || name.length > 18 || /[未无没]/.test(lead)) continue
    if (titlesOver(set, figure.section).some((title) => /目标|计划|措施/.test(title))) continue
    const key = name.slice(-2)
    const group = found.get(key)
    if (group === undefined) found.set(key, [{ name, figure }])
    else group.push({ name, figure })
  }
  return found
}
