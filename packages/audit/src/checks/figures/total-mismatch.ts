/** A stated total that its parts cannot reach, however they were rounded. */
import { relationCheck } from './relation-check.ts'

export const totalMismatch = relationCheck({
  id: 'total-mismatch',
  kind: 'sum',
  severity: 'error',
  needs: ['sum', 'bound'],
  wording: {
    title: '合计与分项之和不一致',
    remedy: '核对各分项，或更正合计；如有未列出的分项，请补列。',
    explain: '合计、小计、总额与所列各分项之和；“其中”各项之和不得超过总数。金额按印出的最小位数取误差区间，人数、件数须完全相等。',
    titleEnglish: 'A total that its parts cannot reach',
  },
  source: 'framework §6 ID-01…20、26、27、37、41、55',
})
