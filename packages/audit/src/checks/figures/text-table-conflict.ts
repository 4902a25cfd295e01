/** The same fact with one value in the text and another in a table. */
import { relationCheck } from './relation-check.ts'

export const textTableConflict = relationCheck({
  id: 'text-table-conflict',
  kind: 'text-vs-table',
  severity: 'error',
  needs: ['same-as'],
  wording: {
    title: '文字与表格中的同一数据不一致',
    remedy: '核对文字与表格，以正确的一处为准统一。',
    explain: '同一单位、同一年度、同一指标在文字和表格中的数值。',
    titleEnglish: 'The same fact differs between text and table',
  },
  source: 'framework §6 ID-47、63',
})
