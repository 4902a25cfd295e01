/** Points of a group that the weights under it do not add up to. */
import { relationCheck } from './relation-check.ts'

export const weightTotalMismatch = relationCheck({
  id: 'weight-total-mismatch',
  kind: 'weight-total',
  severity: 'error',
  needs: ['sum'],
  wording: {
    title: '分值合计与所列指标分值之和不一致',
    remedy: '核对各级指标分值，检查是否有指标放错位置。',
    explain: '上级指标分值 = 所列下级指标分值之和。',
    titleEnglish: 'Weights that do not add up',
  },
  source: 'framework §6 ID-41',
})
