/** A total or block score that the scores under it do not add up to. */
import { relationCheck } from './relation-check.ts'

export const scoreTotalMismatch = relationCheck({
  id: 'score-total-mismatch',
  kind: 'score-total',
  severity: 'error',
  needs: ['sum'],
  wording: {
    title: '总得分与各项得分之和不一致',
    remedy: '核对各项得分和汇总得分。',
    explain: '总分 = 各部分得分之和；一级指标得分 = 其下所列指标得分之和。',
    titleEnglish: 'A total score that the item scores do not give',
  },
  source: 'framework §6 ID-42',
})
