/** A rate of 100 % or a number of things that the counts beside it contradict. */
import { relationCheck } from './relation-check.ts'

export const countConflict = relationCheck({
  id: 'count-conflict',
  kind: 'claim-vs-count',
  severity: 'error',
  needs: ['ratio', 'sum'],
  wording: {
    title: '表述与数量不符',
    remedy: '核对数量，或更正“100%”“全部”等表述及所列个数。',
    explain: '写明 100% 而所列件数并未全部完成；写明个数与所列名称个数不同。',
    titleEnglish: 'A claim that the counts beside it contradict',
  },
  source: 'framework §6 ID-56、66、67',
})
