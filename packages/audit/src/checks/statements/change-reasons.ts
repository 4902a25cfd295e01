/** Reasons given for a change of spending: which way each of them drives it, where its wording tells. */
import type { ConceptId, Direction } from '@jiheng/vocabulary'

/** What drives each kind of spending up when there is more of it. Only these speak for or against a change. */
const DRIVERS: Readonly<Record<ConceptId, RegExp>> = {
  reception: /接待|批次|人次|来访|来客|检查组|调研组|考察/,
  vehicles: /车辆|用车|公车|油价|燃油|维修|里程|出车|保险|车况/,
  'vehicle-running': /车辆|用车|公车|油价|燃油|维修|里程|出车|保险|车况/,
  'vehicle-purchase': /购置|购车|购买|更新/,
  abroad: /出国|出访|团组|境外/,
  meeting: /会议|参会/,
  training: /培训|参训/,
  'three-public': /接待|批次|车辆|用车|公车|油价|出国|三公/,
  'personnel-cost': /人员(?!经费)|在职|职工|工资|津贴|津补贴|补贴标准|社保|公积金|养老保险|增资|晋升|奖金|绩效/,
  'public-cost': /人员(?!经费)|办公|公用|水电|差旅|物业|印刷|采购|工作量/,
  'running-cost': /人员(?!经费)|办公|公用|水电|差旅|物业|印刷|工作量/,
  'project-expenditure': /项目|工程|任务/,
  'basic-expenditure': /人员(?!经费)|在职|工资|津贴|津补贴|社保|公积金|增资|晋升|奖金|人员经费|公用经费/,
  expenditure: /项目|人员|工资|津贴|基本支出|社保|公积金|任务|工作量/,
  procurement: /采购|购置/,
}
const UP = /增加|增长|增多|增大|上涨|上升|提高|新增|追加|扩大|恢复|调增|增资|晋升|补发|新招|新进|调入|上调/
const DOWN =
  /减少|下降|降低|压减|压缩|压降|缩减|削减|取消|厉行节约|厉行勤俭|从严控制|严格控制|严控|从紧|节约|节省|调出|调离|撤销|停发|精简|不再|完工|结束|核减|调减|下调|推迟|暂缓|停止|未发生|未安排|没有|无此|过紧日子/
/** The base year, other accounts, other money: with these the other direction may be meant. */
const OTHERWISE =
  /上年|去年|上一年|往年|以前年度|前年|前期|20\d{2}年|基数|一次性|调整|划转|转列|改列|列支|列入|并入|科目|口径|分类|收回|其他|置换|替代|改为|改由|转为|由.{1,10}承担|离退休|退休|抚恤|丧葬|线上|视频|网络|无纸化|电子|新能源|自费|减免|退费|退税|结余|结转|占比|比重|力度|效率|意识|管理水平|标准降|部分|差额|另|抵|同时|但/

export interface ReasonRead {
  readonly up: string | null
  readonly down: string | null
}

export const hasDrivers = (concept: ConceptId): boolean => DRIVERS[concept] !== undefined

/**
 * Whether all that is said as the reason drives against the direction: null when any of it goes along, may be meant otherwise or says nothing
 * of what drives this spending; else the words that go against it.
 */
export function goesAgainst(concept: ConceptId, direction: Direction, clauses: readonly string[]): string | null {
  const driver = DRIVERS[concept]
  if (driver === undefined || clauses.some((words) => OTHERWISE.test(words))) return null
  const [against, along] = direction === 'down' ? [UP, DOWN] : [DOWN, UP]
  if (clauses.some((words) => along.test(words))) return null
  const found = clauses.find((words) => against.test(words) && (driver.test(words) || (direction === 'up' && THRIFT.test(words))))
  return found ?? null
}

/** Thrift lowers whatever is spent. */
const THRIFT = /厉行节约|厉行勤俭|从严控制|严格控制|严控|压减|压缩|压降|缩减|削减|过紧日子/
