/** Wording that every report may share: law, policy, standard criteria and methods. A passage that is full of it is copied from nobody. */

const STANDARD =
  /贯彻|落实|党中央|国务院|省委|市委|县委|区委|习近平|二十大|十九大|指导思想|以人民为中心|紧日子|一般性支出|非刚性|非急需|厉行节约|实事求是|量入为出|收支平衡|精打细算|依法|法律|法规|条例|预算法|办法|规定|制度|程序|手续|合规|合法|规范|内部控制|财务管理|会计|审批|专款专用|截留|挤占|挪用|虚列|政府采购|公开|绩效评价|绩效自评|绩效管理|绩效目标|绩效指标|指标体系|评价方法|评价标准|评价原则|比较法|因素分析|公众评判|成本效益|定量|定性|科学|公正|客观|真实|完整|准确|预算编制|预算执行|预算管理|资金使用|使用效益|监督|检查|意识|水平|培训|加强|完善|提高|强化|进一步|得分|满分|扣分|分值|计算公式|评价要点|指标/g
/** One such word for so many characters. */
const CHARACTERS_A_WORD = 9

export function isBoilerplate(letters: string): boolean {
  return (letters.match(STANDARD)?.length ?? 0) * CHARACTERS_A_WORD >= letters.length
}
