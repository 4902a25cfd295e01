/** A score that no reading of the printed rule gives. */
import { relationCheck } from './relation-check.ts'

export const scoringRuleMismatch = relationCheck({
  id: 'scoring-rule-mismatch',
  kind: 'scoring-rule',
  severity: 'warning',
  needs: ['implies', 'difference', 'product'],
  wording: {
    title: '得分与所列计分规则不符',
    remedy: '按报告所列计分规则核对得分；另有规则的，请在说明中写明。',
    explain:
      '读出报告自己写明的计分规则（注、填表说明、评分标准中的完成得满分、按比例、分档、每低一点扣几分、定性三档，以及文中所述扣分），逐项核对得分。本行的评分标准先于总的说明。一种理解能得出所写得分即不提出；都不能得出时列出各种理解的结果，不作断定。多数行都不按某条规则计分的，不以该规则核对。',
    titleEnglish: 'A score that the printed rule does not give',
  },
  source: 'framework §3 SF-01…SF-18；校核实务',
})
