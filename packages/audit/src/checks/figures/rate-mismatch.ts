/** A rate that no reading of its definition gives from the figures beside it. */
import { relationCheck } from './relation-check.ts'

export const rateMismatch = relationCheck({
  id: 'rate-mismatch',
  kind: 'ratio',
  severity: 'error',
  needs: ['ratio'],
  wording: {
    title: '比率与所列数据不符',
    remedy: '按所列数据重新计算，或更正数据。',
    explain:
      '占比、执行率、完成率、控制率、得分率等，按文中所列分子、分母重算；公式有多种口径时，各口径都不符才提出。四舍五入和截位都视为相符。',
    titleEnglish: 'A rate that its operands do not give',
  },
  source: 'framework §4 FI-01…36，§6 ID-33、37、39、45、67',
})
