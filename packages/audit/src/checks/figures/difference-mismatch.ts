/** A stated difference or balance that its operands do not give. */
import { relationCheck } from './relation-check.ts'

export const differenceMismatch = relationCheck({
  id: 'difference-mismatch',
  kind: 'difference',
  severity: 'error',
  needs: ['difference'],
  wording: {
    title: '增减额或结余与前后数不符',
    remedy: '核对期初、期末数和增减额。',
    explain: '增减额 = 本期 − 上期；期末 = 期初 + 增加 − 减少；年初结转 + 收入 − 支出 = 年末结转。',
    titleEnglish: 'A difference that its operands do not give',
  },
  source: 'framework §6 ID-07、34、36、52',
})
