/** Money spent on 三公 and, printed beside it, none of what it is spent on: 接待费1.48万元, 接待0批次 (framework ID-31). A blank is no nought. */
import type { ConceptId } from '@jiheng/vocabulary'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import { quoteFigure } from '../../findings/quote.ts'
import { sayFigure } from '../../findings/say.ts'
import { factsOf, uniqueValues } from '../../relations/recognise/identity-facts.ts'
import { textCheck } from '../text-check.ts'

const wording = {
  title: '有支出而批次辆数为零',
  remedy: '核对“三公”经费支出与对应的批次、人次、团组数、车辆数。',
  explain: '公务接待、出国（境）、公务用车购置和运行维护有支出，而写明的批次、人次、团组、购置辆数或保有量为零；未写数量的不判断。',
  titleEnglish: 'Official hospitality, travel and vehicle spending with none of what it pays for',
}

interface Occasion {
  readonly concept: ConceptId
  readonly name: string
  readonly said: RegExp
  readonly unit: RegExp
}

const OCCASIONS: readonly Occasion[] = [
  { concept: 'reception', name: '公务接待', said: /接待(?:批次|人次|人数)?(?:为|数|共|累计)*$/, unit: /^each:(?:批|批次|人次|人|次)$/ },
  {
    concept: 'abroad',
    name: '因公出国（境）',
    said: /出国.{0,4}(?:团组|人次)?(?:数|为|共|累计)*$/,
    unit: /^each:(?:个|批|人次|人|次|组|团组)$/,
  },
  {
    concept: 'vehicle-purchase',
    name: '公务用车购置',
    said: /(?:购置|购买|新购)(?:公务用车|公车|车辆)(?:数|为|共)*$/,
    unit: /^each:(?:辆|台)$/,
  },
  { concept: 'vehicle-running', name: '公务用车运行维护', said: /(?:公务用车|公车)保有量(?:数|为|共)*$/, unit: /^each:(?:辆|台)$/ },
]

export const spendingWithoutOccasion = textCheck(
  { id: 'spending-without-occasion', kind: 'contradiction', severity: 'info', wording, source: 'framework §6 ID-31；校核实务' },
  (set, tell) => {
    const done = factsOf(set).get('done|')
    for (const occasion of OCCASIONS) {
      const spent = uniqueValues(done?.get(occasion.concept))
      const first = spent[0]
      if (first === undefined || spent.length > 1 || first.value.coefficient <= 0n) continue
      const counts = set.figures.filter((figure) => isCount(figure, occasion))
      const nought = counts.find(({ value }) => value.coefficient === 0n)
      if (counts.length === 0) tell.notApplicable()
      else if (nought === undefined || counts.length > 1) tell.pass()
      else tell.fail(faultOf(set, occasion, first, nought))
    }
  },
)

function isCount(figure: Figure, { said, unit }: Occasion): boolean {
  return (
    figure.seat.kind === 'text' &&
    unit.test(figure.dimension) &&
    figure.compare === null &&
    figure.periodKey !== 'last' &&
    figure.claim.role !== 'target' &&
    !/外事|国（境）外/.test(figure.lead) &&
    said.test(figure.lead.replace(/[\s“”（）()]/g, '').replace(/境/, ''))
  )
}

function faultOf(set: ClaimSet, { name }: Occasion, spent: Figure, nought: Figure) {
  const says = `${name}支出${sayFigure(spent)}，数量${sayFigure(nought)}`
  return {
    message: `${name}支出${sayFigure(spent)}，而对应数量写为${sayFigure(nought)}，请核对。`,
    quotes: [quoteFigure(set, nought), quoteFigure(set, spent)] as const,
    computation: says,
    steps: ['依据：有支出的应有对应的批次、人次、团组或车辆数（勾稽 ID-31）', says],
    confidence: 0.8,
  }
}
