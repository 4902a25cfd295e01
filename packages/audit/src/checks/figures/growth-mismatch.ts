/** A growth rate or direction word that the two years cannot give. */
import { relationCheck } from './relation-check.ts'

export const growthMismatch = relationCheck({
  id: 'growth-mismatch',
  kind: 'growth',
  severity: 'error',
  needs: ['growth'],
  wording: {
    title: '增减幅度或方向与数据不符',
    remedy: '按本期、上期数重新计算增减率，并核对“增加/减少”“增长/下降”。',
    explain: '增减率 = 增减额 ÷ 上期数；增减方向用词前后一致。',
    titleEnglish: 'A growth rate or direction that the two years do not give',
  },
  source: 'framework §6 ID-36',
})
