/** Another body as the one that has the problems or takes the measures of the report: 临江县林业局将加快… in the report of 临河县林业局. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import { quoteInClause } from '../../findings/quote.ts'
import { countyOf, isElsewhere, type OwnNames, withoutPlace } from './own-names.ts'
import { isProblem, textOf, titlesOver } from './said.ts'
import type { SelfPosition } from './self-positions.ts'

/** What starts a clause, and the number that may stand before it. */
const START = '(?:^|[，。；：:、）)])(?:[（(]?[一二三四五六七八九十\\d]{1,3}[）).、．]|[一二三四五六七八九十]是|答[：:]){0,2}'
const DOES = '(?=将|要|应|需|须|拟|计划|今后|继续|进一步|加强|存在|未|对|在|全面|严格|积极|项目|预算|绩效|资金|内部)'
/** With whom something is done together, or who is looked at. */
const PARTNER = /联合|会同|合作|协作|对口|帮扶|支援|结对|交流|学习|借鉴|考察|邻|周边|共同|跨|上下游|联防|兄弟|同类|相比|比我|委托/
const PLACE = '(?:[一-鿿]{2,4}市)?[^省市县区旗，。；：、（）()\\s\\d我本各该全]{2,5}(?:自治县|县|区|旗)'
const TOWN = new RegExp(`${START}([一-鿿]{2,4}(?:镇|乡|街道)(?:人民政府|党委|办事处)?)${DOES}`, 'g')
const OTHER_COUNTY = new RegExp(
  `${START}(${PLACE}[一-鿿]{1,10}?(?:委员会|办公室|中心|医院|学校|中学|小学|局|委|办|院|站|所|馆|队))${DOES}`,
  'g',
)
const NO_TOWN = /[各我本全该小集城建特重两几其他等和与及属在为是对]|中心镇|乡镇|[\d一二三四五六七八九十]个/
/** What a museum, library or hall has of its own, and what it may lack. */
const LACKS =
  '(?:展品|藏品|馆藏|展陈|藏书|文献|编制|人员|队伍|经费|内控|财务|预算|绩效|设备|设施)[^，。；]{0,8}(?:慢|少|不足|不强|不高|不够|滞后|陈旧|老化|薄弱|缺乏|短缺|欠缺|不健全|不规范|不完善|偏低|偏弱)'
const HOUSE = /馆$/
const NO_HOUSE = /^.[级内城直域属各]|[场分]馆$/

export function* othersAsSubjects(set: ClaimSet, own: OwnNames): Generator<SelfPosition> {
  const { unit } = own
  const forms = formsFor(unit)
  if (forms.length === 0) return
  let partners: string | null = null
  const seen = new Set<string>()
  for (const [block, sentences] of set.sentencesOf) {
    const text = textOf(set, block) ?? ''
    const named = forms.filter(({ mark }) => text.includes(mark))
    if (named.length === 0 || !isOfItself(set, sentences[0]?.section ?? -1)) continue
    for (const [{ start, end }, { form, isOther, place }] of sentences.flatMap((one) => named.map((by) => [one, by] as const))) {
      const words = text.slice(start, end)
      for (const match of words.matchAll(form)) {
        const name = match[1] ?? ''
        if (name === '' || !isOther(name, own) || PARTNER.test(words)) continue
        partners ??= sentencesOfPartners(set)
        if (partners.includes(name.replace(/人民政府|办事处|党委/, ''))) continue
        const from = start + match.index + match[0].indexOf(name)
        if (seen.has(`${block}:${from}`)) continue
        seen.add(`${block}:${from}`)
        yield { name, place, quote: () => quoteInClause(set, block, from, from + name.length) }
      }
    }
  }
}

interface Form {
  /** Looked for first. */
  readonly mark: string
  readonly form: RegExp
  readonly isOther: (name: string, own: OwnNames) => boolean
  readonly place: string
}

function formsFor(unit: string): Form[] {
  const forms: Form[] = []
  const body = withoutPlace(unit)
  const place = '问题和措施的主体'
  if (body.length >= 3 && body !== unit && /^[一-鿿]+$/.test(body))
    forms.push({ mark: body, form: new RegExp(`${START}(${PLACE}${body})${DOES}`, 'g'), isOther: (name) => isElsewhere(name, unit), place })
  const county = countyOf(unit)
  // Another body of another county can hardly be the one that acts, either.
  if (county !== null)
    forms.push({
      mark: unit.charAt(unit.indexOf(county) + county.length),
      form: OTHER_COUNTY,
      isOther: (name) => isElsewhere(name, unit),
      place,
    })
  const town = /[一-鿿]{2,3}(镇|乡|街道)(?:人民政府|办事处)?$/.exec(unit)?.[1]
  if (town !== undefined)
    forms.push({ mark: town, form: TOWN, isOther: (name) => !NO_TOWN.test(name) && !unit.includes(townOf(name)), place })
  const house = HOUSE.exec(unit)?.[0]
  if (house !== undefined)
    forms.push({
      mark: house,
      form: new RegExp(`${START}([县市区旗][一-鿿]{1,5}${house})(?=${LACKS})`, 'g'),
      isOther: (name, { isKnown }) => !NO_HOUSE.test(name) && !isKnown(name),
      place,
    })
  return forms
}

const townOf = (name: string): string => name.replace(/(?:人民政府|党委|办事处)$/, '')

/** Problems and measures are those of the unit itself. */
const isOfItself = (set: ClaimSet, section: number): boolean =>
  isProblem(set, section) || titlesOver(set, section).some((title) => /措施|打算|改进|整改|下一步|工作计划|建议/.test(title))

function sentencesOfPartners(set: ClaimSet): string {
  return set.sentences
    .map(({ block, start, end }) => textOf(set, block)?.slice(start, end) ?? '')
    .filter((words) => PARTNER.test(words))
    .slice(0, 200)
    .join('\n')
}
