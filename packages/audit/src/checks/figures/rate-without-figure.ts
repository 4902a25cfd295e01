/** Rates said to be reached or exceeded in a report that prints no rate at all. */
import { quoteWords } from '../../findings/quote.ts'
import type { ClaimGraph } from '../../graph/claim-graph.ts'
import { type Check, type CheckRun, type FindingDraft, noOutcomes } from '../check.ts'

const wording = {
  title: '比率有结论而无数据',
  remedy: '补充各比率的目标值和实际值。',
  explain: '写明两项以上“…率”达到或超过目标，而全文没有任何百分比或比率数据。',
  titleEnglish: 'Rates claimed to be reached without any figure',
}

export const rateWithoutFigure: Check = {
  id: 'rate-without-figure',
  kind: 'claim-vs-count',
  severity: 'warning',
  needs: [],
  wording,
  source: '校核实务：有结论须有数据',
  run,
}

const REACHED = /均?(?:已)?(?:达到|超过|完成|实现)(?:或(?:者)?(?:超过|达到))?(?:了)?(?:绩效|预期|年度|既定|设定|预定)*(?:目标|指标)/
const MIN_RATES = 2

function run(graph: ClaimGraph): CheckRun {
  const outcomes = noOutcomes()
  const { set } = graph
  const hasRate = set.figures.some((figure) => figure.dimension === 'ratio')
  const findings: FindingDraft[] = []
  for (const sentence of set.sentences) {
    const block = set.report.blocks[sentence.block]
    if (block === undefined || !('text' in block)) continue
    const text = block.text.slice(sentence.start, sentence.end)
    if (!REACHED.test(text)) continue
    const rates = [...text.matchAll(/[\u4e00-\u9fff]{2,10}率/g)].map((match) => match[0])
    if (rates.length < MIN_RATES) continue
    outcomes[hasRate ? 'pass' : 'fail']++
    if (hasRate) continue
    findings.push({
      check: 'rate-without-figure',
      kind: 'claim-vs-count',
      severity: 'warning',
      title: wording.title,
      message: `写明${rates.join('、')}等达到或超过目标，但全文没有任何比率数据，请补充目标值和实际值。`,
      quotes: [quoteWords(set, sentence.block, sentence.start, sentence.end)],
      computation: `提到的比率 ${rates.length} 个，全文百分比数据 0 个`,
      steps: [{ say: `提到的比率：${rates.join('、')}` }, { say: '全文（含表格）百分比数据：0 个' }],
      expected: null,
      repair: null,
      related: [],
      confidence: 0.9,
    })
  }
  return { findings, outcomes, untold: [] }
}
