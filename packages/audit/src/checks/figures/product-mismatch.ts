/** An amount that its number of things and its rate do not give. */
import { relationCheck } from './relation-check.ts'

export const productMismatch = relationCheck({
  id: 'product-mismatch',
  kind: 'conversion',
  severity: 'error',
  needs: ['product'],
  wording: {
    title: '数量×标准与总额不符',
    remedy: '核对数量、标准和总额及其单位。',
    explain: '数量 × 单价（标准）= 总额，含元与万元换算。',
    titleEnglish: 'Number times rate does not give the amount',
  },
  source: '算术',
})
