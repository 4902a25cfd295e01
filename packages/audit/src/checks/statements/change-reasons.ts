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
  'project-expenditure':
    /项目|工程|任务|名额|(?:救助|补助|补贴|资助|服务|保障|帮扶)(?:对象|人数|范围|面)|覆盖面|扩面|提标|(?:补助|补贴|救助|资助|保障|发放|待遇|低保)标准/,
  'basic-expenditure': /人员(?!经费)|在职|工资|津贴|津补贴|社保|公积金|增资|晋升|奖金|人员经费|公用经费/,
  expenditure:
    /项目|人员|工资|津贴|基本支出|社保|公积金|任务|工作量|名额|(?:救助|补助|补贴|资助|服务|保障|帮扶)(?:对象|人数|范围|面)|覆盖面|扩面|提标|(?:补助|补贴|救助|资助|保障|发放|待遇|低保)标准/,
  procurement: /采购|购置/,
}
const UP = /扩面|提标|增加|增长|增多|增大|上涨|上升|提高|新增|追加|扩大|恢复|调增|增资|晋升|补发|新招|新进|调入|上调/
const DOWN =
  /减少|下降|降低|压减|压缩|压降|缩减|削减|取消|厉行节约|厉行勤俭|从严控制|严格控制|严控|从紧|节约|节省|调出|调离|撤销|停发|精简|不再|完工|结束|核减|调减|下调|推迟|暂缓|停止|未发生|未安排|没有|无此|过紧日子/
/** The base year, other accounts, other money: with these the other direction may be meant. */
const OTHERWISE =
  /上年|去年|上一年|往年|以前年度|前年|前期|20\d{2}年|基数|一次性|调整|划转|转列|改列|列支|列入|并入|科目|口径|分类|收回|其他|置换|替代|改为|改由|转为|由.{1,10}承担|离退休|退休|抚恤|丧葬|线上|视频|网络|无纸化|电子|新能源|自费|减免|退费|退税|结余|结转|占比|比重|力度|效率|意识|管理水平|标准降|部分|差额|另|抵|同时|但|限制|门槛|上限|自付|自筹|个人负担|自愿放弃|由.{1,6}统筹/

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

/** Goods, people and matters that come in by themselves: how many there are follows those that bring them. */
const FLOW =
  /垃圾|污水|用水|供水|用电|供气|门诊|就诊|住院|诊疗|入院|在校|招生|就读|学员|接待|客运|游客|办件|借阅|到馆|读者|参观|观众|产量|收运|清运|出栏|存栏|服务群众|报名|参保/
/** Numbers that rise when people leave. */
const NO_FLOW = /撂荒|闲置|空置|缺口|流失|外出|转移|死亡|失业|退出|注销|投诉|违法|案|事故|发病|率|均|未|外流|补贴|补助/
const BRINGERS =
  '(?:人口|生源|学龄|客源|客流|游客|患者|病人|病源|读者|观众|服务对象|需求|货源|用户|报名人数|出生人数|源头|养殖户|种植面积|养殖规模)[^，。；、]{0,6}?'
const FEWER = new RegExp(`${BRINGERS}(?:减少|下降|外流|流失|外出|萎缩|减量|降低|缩减|走低|疲软)`)
const MORE = new RegExp(`${BRINGERS}(?:增加|增长|回流|流入|扩大|增多|回升|旺盛|上升|攀升|集聚)`)
const FALLS = /外流|流失|萎缩|减量|走低|疲软|缩减/
const RISES = /回流|流入|旺盛|回升|攀升|好转|改善|开通|启用|投用|开放/
const FLOW_OTHERWISE = /网上|自助|分流|下沉|周边|邻|新建|竞争|转|替|合并|撤并|集中|调剂|外地|县外|市外|以外|免费|优惠|降价/

export const isFlow = (name: string): boolean => FLOW.test(name) && !NO_FLOW.test(name)

/** As `goesAgainst`, of a number of goods, people or matters. */
export function goesAgainstFlow(direction: Direction, clauses: readonly string[]): string | null {
  if (clauses.some((words) => OTHERWISE.test(words) || FLOW_OTHERWISE.test(words))) return null
  const isUp = direction === 'up'
  const isAlong = (words: string): boolean => (isUp ? UP.test(words) || RISES.test(words) : DOWN.test(words) || FALLS.test(words))
  if (clauses.some(isAlong)) return null
  return clauses.every((words) => (isUp ? FEWER : MORE).test(words)) ? (clauses[0] ?? null) : null
}
