/** The indicators are said to be quantified, and none of those listed has a number. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import { quoteBlock } from '../../findings/quote.ts'
import { textCheck } from '../text-check.ts'
import { clausesOf, isNotYet, quoteSpan, type Said, saidOf, textOf } from './said.ts'

const CLAIM =
  /优先(?:采用|使用|选用)?定量|以定量(?:指标|分析|评价)?为主|定量(?:指标)?为主|(?:绩效|各项|全部)?指标(?:均|全部|都)(?:已)?(?:进行了)?(?:细化)?量化/
const GROUP = /^(?:[（(]?[\d一二三四五六七八九十]{1,2}[）).、．])?(?:产出)?(数量|质量|时效|成本)指标[：:]?$/
/** Fewer indicators prove nothing. */
const FEWEST = 3
const MOST_ITEMS = 30

interface Group {
  readonly block: number
  readonly until: number
}

export const numbersClaimedNoneGiven = textCheck(
  {
    id: 'numbers-claimed-none-given',
    kind: 'contradiction',
    severity: 'warning',
    wording: {
      title: '称以定量为主而无一数值',
      remedy: '为数量、质量、时效指标写明目标值和实际完成值，或更正说法。',
      explain: '报告称“优先定量”“以定量指标为主”“指标均已量化”，而所列数量、质量、时效指标没有一个目标值或完成值。',
      titleEnglish: 'Said to be quantified, and no number is given',
    },
    source: '校核实务：完成值须有数值',
  },
  (set, tell) => {
    const claim = claimOf(set)
    const groups = claim === null ? [] : groupsOf(set)
    const first = groups[0]
    if (claim === null || first === undefined) return
    const items = groups.reduce((sum, group) => sum + group.until - group.block - 1, 0)
    if (items < FEWEST || hasNumbers(set, groups)) {
      tell.pass()
      return
    }
    tell.fail({
      message: `此处称“${claim.words}”，而所列${items}条指标没有一个目标值或实际完成值，请补充数值或更正说法。`,
      quotes: [quoteSpan(set, claimStart(set, claim), claim), ...groups.slice(0, 4).map(({ block }) => quoteBlock(set, block))],
      computation: `${groups.length}组指标共${items}条，目标值或完成值 0 个`,
      steps: [`表述：“${claim.words}”`, `逐条核对所列${items}条指标：没有数量、比率或金额`],
      confidence: 0.8,
    })
  },
)

function claimOf(set: ClaimSet): Said | null {
  for (const said of clausesOf(set)) if (said.words.includes('量') && CLAIM.test(said.words) && !isNotYet(said.words)) return said
  return null
}

/** 定量与定性相结合，优先定量 is one statement. */
function claimStart(set: ClaimSet, claim: Said): Said {
  const before = saidOf(set, claim.sentence)[claim.at - 1]
  return before !== undefined && /定[量性]/.test(before.words) ? before : claim
}

function groupsOf(set: ClaimSet): Group[] {
  const found: Group[] = []
  const { blocks } = set.report
  for (let block = 0; block < blocks.length; block++) {
    if (!GROUP.test((textOf(set, block) ?? '').replace(/\s/g, ''))) continue
    let until = block + 1
    while (until < blocks.length && until - block <= MOST_ITEMS && isItem(set, until)) until++
    found.push({ block, until })
  }
  return found
}

function isItem(set: ClaimSet, block: number): boolean {
  const content = set.report.blocks[block]
  const text = textOf(set, block)
  if (content === undefined || text === null || GROUP.test(text.replace(/\s/g, ''))) return false
  return content.kind === 'paragraph' && text.length <= 120
}

/** Times of the day are no measure: 24小时不打烊. */
function hasNumbers(set: ClaimSet, groups: readonly Group[]): boolean {
  if (set.figures.some(({ claim }) => claim.role === 'target' || claim.role === 'actual')) return true
  return groups.some(({ block, until }) => {
    for (let at = block; at < until; at++) if ((set.figuresOf.get(at) ?? []).some(({ dimension }) => dimension !== 'time')) return true
    return false
  })
}
