/** A score that is neither full marks nor the weight times its rate. */
import { relationCheck } from './relation-check.ts'

export const scoreProductMismatch = relationCheck({
  id: 'score-product-mismatch',
  kind: 'product-score',
  severity: 'warning',
  needs: ['product'],
  wording: {
    title: '得分与分值×执行率不符',
    remedy: '核对计分规则；如另有规则，请在说明中写明。',
    explain: '预算执行率的得分 = 分值 × 执行率（满分封顶）。',
    titleEnglish: 'A score that its weight and rate do not give',
  },
  source: '财预〔2020〕10号；framework SF-02',
})
