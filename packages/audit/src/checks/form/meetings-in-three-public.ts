/** A total of 三公经费 that only comes out with 会议费 or 培训费: another scope than the rules have (framework ID-28). */

import type { Figure } from '../../claims/figure.ts'
import { quoteFigure } from '../../findings/quote.ts'
import { sayFigure } from '../../findings/say.ts'
import { WITH_MEETINGS } from '../../relations/recognise/three-public-near.ts'
import { figuresOf } from '../../relations/relation.ts'
import { type Check, type FindingDraft, noOutcomes } from '../check.ts'

const wording = {
  title: '“三公”经费含会议费培训费',
  remedy: '核对口径：“三公”经费只含因公出国（境）费、公务用车购置及运行维护费、公务接待费。',
  explain: '所列“三公”经费总额，只有把会议费、培训费一并计入才等于各项之和。',
  titleEnglish: 'Meetings and training counted as official hospitality, travel and vehicle expenses',
}

export const meetingsInThreePublic: Check = {
  id: 'meetings-in-three-public',
  kind: 'other',
  severity: 'info',
  needs: ['sum'],
  wording,
  source: 'framework §6 ID-28；校核实务',
  run: ({ set, judged }) => {
    const outcomes = noOutcomes()
    const findings: FindingDraft[] = []
    for (const { relation, reading, outcome } of judged) {
      if (!relation.readings.some(({ say }) => say === WITH_MEETINGS)) continue
      if (outcome !== 'pass' || reading?.say !== WITH_MEETINGS) {
        outcomes.pass++
        continue
      }
      outcomes.fail++
      const [total, ...parts] = figuresOf(reading.equation).map((index) => set.figures[index] as Figure)
      if (total === undefined) continue
      const sum = `${parts.map(sayFigure).join(' + ')} = ${sayFigure(total)}`
      findings.push({
        check: 'meetings-in-three-public',
        kind: 'other',
        severity: 'info',
        title: wording.title,
        message: `“三公”经费${sayFigure(total)}含会议费、培训费，与“三公”经费的口径不同，请核对。`,
        quotes: [quoteFigure(set, total), ...parts.slice(-2).map((part) => quoteFigure(set, part))],
        computation: sum,
        steps: [{ say: '依据：“三公”经费不含会议费、培训费（勾稽 ID-28）' }, { say: `${WITH_MEETINGS}：${sum}` }],
        expected: null,
        repair: null,
        related: [],
        confidence: 0.8,
      })
    }
    return { findings, outcomes, untold: [] }
  },
}
