/** Places where only the reporting unit itself can be named: what was evaluated, whose duties, with whom people are satisfied, who signs. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Quote } from '../../findings/finding.ts'
import { quoteInClause } from '../../findings/quote.ts'
import { matchesOf } from '../matches.ts'
import { BODY, isBody } from './own-names.ts'

export interface SelfPosition {
  readonly name: string
  /** What the place says of the unit, as a message tells it. */
  readonly place: string
  readonly quote: () => Quote
}

const NAME = `([一-鿿]{0,24}?${BODY})`

interface Form {
  readonly place: string
  /** What stands in every such place: searched first, since most paragraphs have nothing of the kind. */
  readonly sign: RegExp
  readonly form: RegExp
}

const FORMS: readonly Form[] = [
  {
    place: '满意度的对象',
    sign: /满意[度率]/,
    form: new RegExp(
      `对(?!于|照|口)${NAME}(?:的)?(?:主要|各项|整体|日常|总体)*(?:工作|服务|履职)?(?:开展)?(?:情况)?的?(?:总体)?满意(?:度|率)`,
      'g',
    ),
  },
  {
    place: '自评的对象',
    sign: /[一-鿿]20\d{2}年/,
    form: new RegExp(
      `(?:^|现将|现就|[，。；\\n]|对)${NAME}20\\d{2}年度?(?:的)?(?:部门|单位)?(?:整体|预算)?(?:支出)?(?:预算)?绩效(?:自评|情况|评价|目标)`,
      'g',
    ),
  },
  {
    place: '自评的对象',
    sign: /整体支出绩效/,
    form: new RegExp(`(?:^|现将|现就|[，。；\\n])${NAME}(?:部门|单位)?整体支出绩效`, 'g'),
  },
  {
    place: '职责的主体',
    sign: /职责|职能|概况/,
    form: new RegExp(`^(?:[（(]?[一二三四五六七八九十\\d]{1,3}[）).、．])?${NAME}的?(?:主要|部门|单位|基本)?(?:职责|职能|概况)`, 'g'),
  },
  {
    place: '收支的主体',
    sign: /[一-鿿]20\d{2}年/,
    form: new RegExp(
      `(?:^|[，。；\\n])${NAME}20\\d{2}年度?(?:部门)?(?:决算|收入|支出|基本支出|项目支出|整体支出|年初预算|预算|“?三公”?经费|固定资产|政府采购)`,
      'g',
    ),
  },
]
/** The first sentence that introduces a body introduces the one that reports. */
const INTRODUCTION = new RegExp(
  `^(?:[（(]?[一二三四五六七八九十\\d]{1,3}[）).、．])?${NAME}(?:[（(][^）)]{1,24}[）)])?(?:是|为|系|主要负责|成立于|位于|加挂|内设|下设|承担)`,
)
const FILLED_IN =
  /^(?:填报|报送|自评|编制|申报|预算)?(?:单位|部门|部门[（(]单位[）)])(?:名称)?(?:[（(](?:盖章|公章)[）)])?[：:]([一-鿿（）()]{3,30}?)(?=[（(]|$)/
export const FRONT_BLOCKS = 20
/** The place of the first sentence that introduces a body. */
export const INTRODUCED = '单位概况的主体'
/** No report names itself more often in such places. */
const MOST = 300
/** Satisfaction with schools, villages and the like is asked in reports of others, too. */
const OFFICE = /(?:局|委|办|办公室|厅|委员会)$/
const NOT_AN_OFFICE = /村委|居委|村民|居民|业主|家委|党委|县委|市委|区委|省委|人大|政协|纪委/
/** What may stand between the start of a clause and the name. */
const BEFORE = /^(?:现将|现就|现对|将|对|关于|其|并对|及|和|与)/
/** 我局, 该中心, 各乡镇 name nobody. */
const SPEAKER = /^(?:我|本|该|各|全|其|此|每|某)/
/** Who asked for the evaluation is no object of it. */
const ASKED = /根据|按照|依据|遵照|财政局|经|由|受|委托|印发|要求/
const TITLE = /《[^》]{0,200}》/g
/** The last lines of a report hold its signature. */
const SIGNED_BLOCKS = 4

export function selfPositions(set: ClaimSet): SelfPosition[] {
  const found: SelfPosition[] = []
  const { blocks, kind } = set.report
  let isIntroduced = false
  for (const [block, content] of blocks.entries()) {
    if (!('text' in content) || (content.kind === 'heading' && content.level === 0)) continue
    const text = content.text.includes('《') ? content.text.replace(TITLE, (title) => '《'.repeat(title.length)) : content.text
    for (const { place, sign, form } of FORMS) {
      if (!sign.test(text)) continue
      for (const match of matchesOf(text, form)) {
        const name = (match[1] ?? '').replace(BEFORE, '')
        const start = match.index + match[0].indexOf(name)
        const isOffice = OFFICE.test(name) && !NOT_AN_OFFICE.test(name)
        const needsOffice = place === '满意度的对象' || place === '收支的主体'
        if (!isBody(name) || SPEAKER.test(name) || ASKED.test(name) || (needsOffice && !isOffice)) continue
        if (found.length < MOST) found.push({ name, place, quote: () => quoteInClause(set, block, start, start + name.length) })
      }
    }
    if (block > FRONT_BLOCKS && block < blocks.length - SIGNED_BLOCKS) continue
    const words = text.slice(0, 60).replace(/\s/g, '')
    const introduced = isIntroduced || block > FRONT_BLOCKS ? null : INTRODUCTION.exec(words)
    const filled = block > FRONT_BLOCKS || kind === 'project' ? null : FILLED_IN.exec(words)
    for (const [match, place] of [
      [introduced, INTRODUCED],
      [filled, '填报单位'],
    ] as const) {
      const name = match?.[1] ?? ''
      const start = content.text.indexOf(name)
      if (name === '' || start < 0 || !isBody(name) || SPEAKER.test(name) || ASKED.test(name)) continue
      if (place === INTRODUCED) isIntroduced = true
      found.push({ name, place, quote: () => quoteInClause(set, block, start, start + name.length) })
    }
    if (block < blocks.length - SIGNED_BLOCKS || block < SIGNED_BLOCKS || content.kind === 'heading') continue
    const signed = content.text.replace(/\s/g, '')
    if (signed.length > 30 || !isBody(signed)) continue
    found.push({ name: signed, place: '落款', quote: () => quoteInClause(set, block, 0, content.text.length) })
  }
  return found
}
