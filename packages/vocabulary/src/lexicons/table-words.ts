/** Words of table heads and row labels. */

/** A row that adds up the rows above or below it. */
export const TOTAL_ROW =
  /^(?:合\s*计|总\s*计|小\s*计|共\s*计|总\s*分|合计数|总得分|合计得分|总\s*和|本年合计|年度合计|自评总分|本年收入合计|本年支出合计|收入合计|支出合计|总合计|全部合计|合计（.{1,8}）|合计\(.{1,8}\)|总分值|.{0,6}合计)$/
/** A row or column that is part of the one before it. */
export const WITHIN_ROW = /^(?:其\s*中|其中[:：].*|其中.{1,20}|#.*|（其中.*|\(其中.*)/
/** Head words that promise no figures to add. */
export const PLAIN_COLUMN =
  /序号|编号|编码|代码|科目|年度$|年份|备注|说明|原因|措施|电话|时间|日期|文号|单位$|名称|内容|级次|性质|排名|名次/
/** Head words of a unit column: the measure of the row's target and actual. */
export const UNIT_COLUMN = /^(?:度量单位|计量单位|单位)$/
/** A row label this long is a sentence, not a name. */
export const MAX_LABEL = 60
