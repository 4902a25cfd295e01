/** A number of people or things with decimals: 3.6人. Averages and figures in 万 are not meant. */
import { compare, round } from '@jiheng/quantity'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import { nameOf } from '../../findings/explain.ts'
import { sayFigure } from '../../findings/say.ts'
import type { ClaimGraph } from '../../graph/claim-graph.ts'
import { type Check, type CheckRun, type FindingDraft, noOutcomes } from '../check.ts'
import { quotesOf } from './relation-check.ts'

const wording = {
  title: '数量带有小数',
  remedy: '核对人数、件数，检查小数点是否多写或移位。',
  explain: '人、户、件、家、台等整数才有意义的数量写成了小数；平均数、标准、以万计的数除外。',
  titleEnglish: 'A number of whole things with decimals',
}

export const fractionalCount: Check = {
  id: 'fractional-count',
  kind: 'impossible-value',
  severity: 'error',
  needs: [],
  wording,
  source: '定义',
  run,
}

/** Counting words of things that come whole. */
const WHOLE = /^each:(?:人|户|件|家|名|台|辆|套|所|个|份|起|例|场|次|人次|户次|家次|张|栋|座|宗|册|本|只|头|条|项|期|篇|批|支|处|眼|盏)$/
const AVERAGE = /平均|均|每|比例|标准|约|相当|折合|达到?$/

/** Averages by their name: 班额 is pupils a class. */
const NAMED_AVERAGE = /平均|[人户班校]均|班额|师生比|密度/

/** "由31.6人升至32.3人": two of one kind with decimals side by side are averages and no slip. */
function hasFellow(set: ClaimSet, figure: Figure): boolean {
  return [figure.index - 1, figure.index + 1].some((index) => {
    const beside = set.figures[index]
    return (
      beside !== undefined &&
      beside.claim.anchor.block === figure.claim.anchor.block &&
      beside.dimension === figure.dimension &&
      (beside.subject === figure.index || figure.subject === index || LEVEL.test(beside.lead) || LEVEL.test(figure.lead)) &&
      compare(beside.value, round(beside.value, 'down', 0)) !== 0
    )
  })
}
const LEVEL = /[至到]$/

function run(graph: ClaimGraph): CheckRun {
  const outcomes = noOutcomes()
  const findings: FindingDraft[] = []
  for (const figure of graph.set.figures) {
    const { quantity } = figure.claim
    if (!WHOLE.test(figure.dimension) || quantity.hedge !== undefined || figure.compare !== null || !quantity.value.includes('.')) continue
    if (
      AVERAGE.test(figure.lead.slice(-10)) ||
      NAMED_AVERAGE.test(figure.lead) ||
      hasFellow(graph.set, figure) ||
      figure.seat.kind === 'cell'
    ) {
      outcomes['not-applicable']++
      continue
    }
    const isFault = compare(figure.value, round(figure.value, 'down', 0)) !== 0
    outcomes[isFault ? 'fail' : 'pass']++
    if (isFault) findings.push(draft(graph.set, figure))
  }
  return { findings, outcomes, untold: [] }
}

function draft(set: ClaimSet, figure: Figure): FindingDraft {
  return {
    check: 'fractional-count',
    kind: 'impossible-value',
    severity: 'error',
    title: wording.title,
    message: `${nameOf(figure)}写为 ${sayFigure(figure)}，这样的数量不会有小数，请核对小数点。`,
    quotes: quotesOf(set, [figure.index]),
    computation: `${sayFigure(figure)} 不是整数`,
    steps: [{ say: `此处：${nameOf(figure)} ${sayFigure(figure)}` }, { say: '人数、件数等只能是整数' }],
    expected: null,
    repair: null,
    related: [],
    confidence: 0.9,
  }
}
