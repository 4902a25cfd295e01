/** A value outside its own definition: a score above full marks, a share above the whole. */
import { relationCheck } from './relation-check.ts'

export const impossibleValue = relationCheck({
  id: 'impossible-value',
  kind: 'impossible-value',
  severity: 'error',
  needs: ['bound'],
  wording: {
    title: '数值超出可能范围',
    remedy: '核对数值和单位。',
    explain: '得分不超过分值；占比、满意度、办结率等按定义不超过 100%。',
    titleEnglish: 'A value outside its own definition',
  },
  source: 'framework §6 ID-43',
})
