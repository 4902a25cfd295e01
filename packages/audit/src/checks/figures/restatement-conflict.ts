/** The same fact of the same unit, year and scope, printed with two values. */
import { relationCheck } from './relation-check.ts'

export const restatementConflict = relationCheck({
  id: 'restatement-conflict',
  kind: 'restated-fact',
  severity: 'error',
  needs: ['same-as'],
  wording: {
    title: '同一数据前后不一致',
    remedy: '核对原始资料，统一前后数据。',
    explain: '同一单位、同一年度、同一口径的同一事项在不同位置的数值；位数较少的一处按四舍五入或截位比较。',
    titleEnglish: 'The same fact stated with two values',
  },
  source: 'framework §6 ID-56、63',
})
