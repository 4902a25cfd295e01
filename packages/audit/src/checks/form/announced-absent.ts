/** Figures, grades, tables, reasons and topics that the report announces and does not give. */
import { textCheck } from '../text-check.ts'
import { tellAmounts } from './announced-amounts.ts'
import { tellFigures } from './announced-figures.ts'
import { tellGrades } from './announced-grade.ts'
import { tellNumbers } from './announced-numbers.ts'
import { tellRates } from './announced-rates.ts'
import { tellScores } from './announced-score.ts'
import { tellTables } from './announced-tables.ts'
import { tellTopics } from './announced-topics.ts'
import { titledParts } from './report-outline.ts'

export const announcedAbsent = textCheck(
  {
    id: 'announced-absent',
    kind: 'missing-section',
    severity: 'warning',
    wording: {
      title: '文中预告的内容缺失',
      remedy: '补充所预告的数据、结论、表格或说明，或修改表述。',
      explain:
        '核对报告自己预告的内容：比率、金额、得分、等级写到而空白；说明逐项打分而全文无得分、等级；做了满意度调查而无满意度；“见下表”“如下”之后没有内容；所指的附表、图、表编号在本文件中不存在；标题写明应用、公开或对象、范围而段落未提；整体支出自评全文无金额。“详见附件”只提示核对附件。',
      titleEnglish: 'Announced in the report and not given',
    },
    source: '校核实务：有预告须有内容；校核实务',
  },
  (set, tell) => {
    const parts = titledParts(set)
    tellRates(set, tell)
    tellFigures(set, tell)
    tellGrades(set, tell)
    tellScores(set, tell, parts)
    tellTopics(set, tell, parts)
    tellTables(set, tell, tellNumbers(set, tell))
    tellAmounts(set, tell)
  },
)
