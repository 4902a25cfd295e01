/** Words of table heads and row labels. */

/** A row that adds up the rows above or below it. */
export const TOTAL_ROW =
  /^(?:合\s*计|总\s*计|小\s*计|共\s*计|总\s*分|合计数|总得分|合计得分|总\s*和|本年合计|年度合计|自评总分|本年收入合计|本年支出合计|收入合计|支出合计|总合计|全部合计|合计（.{1,8}）|合计\(.{1,8}\)|总分值|.{0,8}(?:合计|小计)|总分[（(].{1,12}[）)])$/
/** A row or column that is part of the one before it. */
export const WITHIN_ROW = /^(?:其\s*中|其中[:：].*|其中.{1,20}|#.*|（其中.*|\(其中.*)/
/** Head words that promise no figures to add. */
export const PLAIN_COLUMN =
  /序号|编号|编码|代码|行次|科目|年度$|年份|备注|说明|原因|措施|电话|时间|日期|文号|单位$|名称|内容|级次|性质|排名|名次/
/** The label of a row that numbers the columns of a form. */
export const COLUMN_NUMBERS_ROW = /^[栏拦]次$/
/** Head words of a column that holds the rule by which points are given. */
export const RULE_COLUMN =
  /(?:评分|评价|计分|打分|扣分|考核|赋分)(?:标准|细则|办法|方法|规则|要点|依据|公式)|指标(?:解释|说明|内涵)|^标准$|评价标准|得分依据/
/** Head words of a column that names its rows. A figure in it is part of the name. */
export const NAME_COLUMN =
  /^(?:[一二三四]?级?指标(?:名称)?|(?:评价|绩效|考核)指标|.{0,6}名称|项目(?:类别|内容)?|(?:收入|支出|功能|经济)?(?:项目|科目|分类)|支出内容|内容|单位|类别|来源|资金来源|任务|.{2,4}类别|.{2,4}内容)$/
/** Head words of prices and standards: they take part in products and are never added. */
export const PRICE_COLUMN = /(?:单价|标准|单位成本|均价|单位补助|补助额度|定额)$|^(?:人|户|亩|生|平|月|床)均|平均(?:数|值|分)?$/
/** Head words of a column of points taken off. */
export const DEDUCTION_COLUMN = /^(?:扣分|扣分值|扣分数|扣减分|扣减分值|减分)$/
/** Head words of counts, which do not take over the money unit of the table. */
export const COUNT_COLUMN = /(?:人数|人次|户数|数量|次数|件数|面积|里程|月数|天数|个数|批次|场次|台数|车辆数|户次|公里数|编制数)$/
/** Head words of a unit column: the measure of the row's target and actual. */
export const UNIT_COLUMN = /^(?:度量单位|计量单位|单位)$/
/** The row of a project form that holds all its money, and the rows that it consists of. */
export const ALL_FUNDS_ROW = /^(?:年度|项目|全年|本年度)?(?:项目)?资金总额$|^(?:年度)?预算总额$/
export const FUND_PART_ROW =
  /^(?:当年|本年|年度)?(?:一般公共预算)?(?:财政(?:拨款|资金|性资金)|上年(?:财政)?结转(?:资金)?|上年结转结余资金|其他(?:资金|收入)|单位(?:资金|自有资金)|自有资金|自筹资金|社会资金|(?:中央|省级|市级|县级|区级|地方|本级)(?:财政)?(?:补助|资金|配套资金|财政资金)?)$/
/** A row label this long is a sentence, not a name. */
export const MAX_LABEL = 60
