/** How the hundred is divided, as a note prints it: 预算执行率10分、产出指标50分、效益指标30分、满意度指标10分. */
import type { ClaimSet } from '../claims/claim-set.ts'
import type { Figure, Sentence } from '../claims/figure.ts'

export interface WeightRule {
  readonly block: number
  readonly parts: readonly Figure[]
  /** What the same text calls the whole: 满分为100分. */
  readonly wholes: readonly Figure[]
  /** 原则上, 可适当调整: a table may depart from it. */
  readonly mayVary: boolean
}

const SPEAKS_OF_WEIGHTS = /分值|权重|满分|赋分|一级指标/
const SPEAKS_OF_SCORES = /得分|自评得|实际得|扣/
const GROUP =
  /(?:预算执行|资金执行|执行率|投入|过程|产出|效益|效果|满意度|成本|管理|履职|效能|效率|影响|决策|能力|运行|应用)[\u4e00-\u9fff]{0,4}$/
const WHOLE = /(?:满分|总分|总分值|分值合计)(?:应?为|是|共|合计|共计)*$/
const FULL = /^\s*(?:满分|分值|权重|标准分|总分)/
const VARIES = /原则上|调整|自主|参考|一般|可根据/
const LEAST_PARTS = 3
const MAX_PARTS = 12
/** A report divides its hundred once or twice; a file of forms more often. */
const MAX_RULES = 60
const MAX_WHOLES = 4

const read = new WeakMap<ClaimSet, readonly WeightRule[]>()

export function weightRules(set: ClaimSet): readonly WeightRule[] {
  const known = read.get(set)
  if (known !== undefined) return known
  const rules = readRules(set)
  read.set(set, rules)
  return rules
}

function readRules(set: ClaimSet): WeightRule[] {
  const rules: WeightRule[] = []
  for (const sentence of set.sentences) {
    if (rules.length >= MAX_RULES) break
    const block = set.report.blocks[sentence.block]
    if (sentence.figures.length < LEAST_PARTS || block === undefined || !('text' in block)) continue
    const words = block.text.slice(sentence.start, sentence.end)
    if (!SPEAKS_OF_WEIGHTS.test(words) || SPEAKS_OF_SCORES.test(words)) continue
    const parts = partsOf(set, sentence)
    if (parts.length < LEAST_PARTS || parts.length > MAX_PARTS) continue
    rules.push({ block: sentence.block, parts, wholes: wholesIn(set, sentence.block), mayVary: VARIES.test(block.text) })
  }
  return rules
}

/** Points that follow one another in the sentence, each behind the name of a group. */
function partsOf(set: ClaimSet, sentence: Sentence): Figure[] {
  let best: Figure[] = []
  let run: Figure[] = []
  for (const [at, index] of sentence.figures.entries()) {
    const figure = set.figures[index] as Figure
    const next = set.figures[sentence.figures[at + 1] ?? -1]
    // "产出指标49.60分（满分50分）": points got, with the weight behind them.
    if (next !== undefined && FULL.test(next.lead)) run = []
    else if (isPart(figure)) run.push(figure)
    else if (!isWhole(figure)) run = []
    if (run.length > best.length) best = [...run]
  }
  return best
}

function isPart({ claim, dimension, compare, lead }: Figure): boolean {
  const isPoints = dimension === 'point' && compare === null && claim.quantity.hedge === undefined
  return isPoints && claim.role !== 'score' && GROUP.test(lead.replace(/\s/g, ''))
}

/** Points that are said to be the whole. */
export function isWhole({ dimension, compare, lead, seat }: Figure): boolean {
  return dimension === 'point' && compare === null && seat.kind === 'text' && WHOLE.test(lead.replace(/\s/g, ''))
}

function wholesIn(set: ClaimSet, block: number): Figure[] {
  const found: Figure[] = []
  for (const figure of set.figuresOf.get(block) ?? []) {
    if (found.length >= MAX_WHOLES) break
    if (isWhole(figure)) found.push(figure)
  }
  return found
}
