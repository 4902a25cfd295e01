/**
 * Rates with a name, and how each may be computed. Where sources disagree every reading in use stands here
 * (framework §4, §8): a printed rate is wrong only when none of them gives it.
 */

import type { Role } from '../claim.ts'
import type { ConceptId } from '../concept.ts'
import { endings } from '../word-ends.ts'

/** What an operand of a rate must be. Words are looked for in the phrase round the figure. */
export interface OperandNeed {
  readonly concepts?: readonly ConceptId[]
  readonly roles?: readonly Role[]
  /** Any of these must stand in the phrase. */
  readonly words?: readonly string[]
  /** None of these may. */
  readonly notWords?: readonly string[]
}

export interface RateReading {
  readonly say: string
  readonly by: 'quotient' | 'change' | 'shortfall'
  /** quotient: numerator ÷ denominator · change: (numerator − denominator) ÷ denominator · shortfall: (denominator − numerator) ÷ denominator */
  readonly numerator: OperandNeed
  readonly denominator: OperandNeed
  /** Too uncertain to accuse by: it can only explain a rate that is right. */
  readonly onlyExplains?: true
}

export interface RateDefinition {
  readonly id: string
  readonly names: readonly string[]
  readonly readings: readonly RateReading[]
  /** A share of a whole by its own definition: above 100 % it cannot be. */
  readonly atMostWhole?: true
  readonly source: string
}

const done: OperandNeed = { roles: ['executed', 'final', 'amount'] }
const adjusted: OperandNeed = { roles: ['adjusted-budget'] }
const initial: OperandNeed = { roles: ['initial-budget'] }
const budget: OperandNeed = { roles: ['budget'] }
const received: OperandNeed = { roles: ['received'] }
const EXECUTION: readonly RateReading[] = [
  { say: '执行数 ÷ 调整后预算数', by: 'quotient', numerator: done, denominator: adjusted },
  { say: '执行数 ÷ 预算数', by: 'quotient', numerator: done, denominator: budget },
  { say: '执行数 ÷ 年初预算数', by: 'quotient', numerator: done, denominator: initial },
  { say: '执行数 ÷ 到位数', by: 'quotient', numerator: done, denominator: received },
]
const counts = (numerator: readonly string[], denominator: readonly string[], notWords: readonly string[] = []): RateReading => ({
  say: `${numerator[0]}数 ÷ ${denominator[0]}数`,
  by: 'quotient',
  numerator: { words: numerator, ...(notWords.length > 0 ? { notWords } : {}) },
  denominator: { words: denominator, notWords: numerator },
})
const PLAN = ['计划', '应', '任务', '下达', '目标', '拟', '总数', '共有', '全部', '预定', '安排']

export const RATES: readonly RateDefinition[] = [
  {
    id: 'budget-execution-rate',
    names: [
      '预算执行率',
      '执行率',
      '支出进度',
      '执行进度',
      '资金支出进度',
      '支付进度',
      '拨付进度',
      '预算执行进度',
      '资金执行率',
      '支出执行率',
      '预算资金执行率',
      '项目资金执行率',
      '支出预算执行率',
      '政府采购执行率',
      '采购执行率',
      '项目执行率',
    ],
    readings: EXECUTION,
    source: '指标目录 FI-03c, FI-12',
  },
  {
    id: 'budget-completion-rate',
    names: ['预算完成率', '支出完成率', '预算支出完成率'],
    readings: [
      ...EXECUTION,
      { say: '调整后预算数 ÷ 年初预算数', onlyExplains: true, by: 'quotient', numerator: adjusted, denominator: initial },
    ],
    source: '指标目录 FI-03a, FI-03c',
  },
  {
    id: 'control-rate',
    names: ['控制率', '公用经费控制率', '人员经费控制率', '三公经费控制率', '预算控制率'],
    readings: [
      ...EXECUTION,
      { say: '调整后预算数 ÷ 年初预算数', onlyExplains: true, by: 'quotient', numerator: adjusted, denominator: initial },
    ],
    source: '指标目录 FI-08…10',
  },
  {
    id: 'payment-rate',
    names: ['支付率', '资金支付率', '资金使用率', '使用率', '支出率', '资金支出率', '拨付率'],
    readings: [{ say: '支出数 ÷ 到位数', by: 'quotient', numerator: done, denominator: received }, ...EXECUTION],
    source: '指标目录 FI-05c',
  },
  {
    id: 'arrival-rate',
    names: ['资金到位率', '到位率'],
    readings: [
      { say: '到位数 ÷ 预算数', by: 'quotient', numerator: received, denominator: adjusted },
      { say: '到位数 ÷ 预算数', by: 'quotient', numerator: received, denominator: budget },
      { say: '到位数 ÷ 年初预算数', by: 'quotient', numerator: received, denominator: initial },
    ],
    source: '指标目录 FI-05b',
  },
  {
    id: 'carry-over-rate',
    names: ['结转结余率', '结余率', '结转率'],
    readings: [
      { say: '结转结余 ÷ 支出预算数', by: 'quotient', numerator: { concepts: ['carry-out'] }, denominator: { ...adjusted } },
      { say: '结转结余 ÷ 支出预算数', by: 'quotient', numerator: { concepts: ['carry-out'] }, denominator: { ...budget } },
      { say: '结转结余 ÷ 支出预算数', by: 'quotient', numerator: { concepts: ['carry-out'] }, denominator: { ...initial } },
      {
        say: '（预算数 − 执行数）÷ 预算数',
        onlyExplains: true,
        by: 'shortfall',
        numerator: { roles: ['executed', 'final'] },
        denominator: { ...adjusted },
      },
      {
        say: '（预算数 − 执行数）÷ 预算数',
        onlyExplains: true,
        by: 'shortfall',
        numerator: { roles: ['executed', 'final'] },
        denominator: { ...budget },
      },
      {
        say: '（预算数 − 执行数）÷ 预算数',
        onlyExplains: true,
        by: 'shortfall',
        numerator: { roles: ['executed', 'final'] },
        denominator: { ...initial },
      },
      {
        say: '结转结余 ÷ 支出完成数',
        onlyExplains: true,
        by: 'quotient',
        numerator: { concepts: ['carry-out'] },
        denominator: { roles: ['executed', 'final'] },
      },
      {
        say: '（本年结转结余 − 上年结转结余）÷ 上年结转结余',
        by: 'change',
        numerator: { concepts: ['carry-out'] },
        denominator: { concepts: ['carry-out', 'carry-in'] },
      },
    ],
    source: '指标目录 FI-06a, FI-06b, FI-07, D-06',
  },
  {
    id: 'budget-adjustment-rate',
    names: ['预算调整率', '预算变动率', '调整率', '预算追加率'],
    readings: [
      { say: '（调整后预算数 − 年初预算数）÷ 年初预算数', by: 'change', numerator: adjusted, denominator: initial },
      {
        say: '追加数 ÷ 年初预算数',
        by: 'quotient',
        numerator: { concepts: ['budget-addition', 'budget-reduction'] },
        denominator: initial,
      },
      { say: '追加数 ÷ 预算数', by: 'quotient', numerator: { concepts: ['budget-addition', 'budget-reduction'] }, denominator: budget },
    ],
    source: '指标目录 FI-04a…c, D-11',
  },
  {
    id: 'saving-rate',
    names: ['节约率', '资金节约率', '成本节约率', '采购节约率'],
    readings: [
      { say: '（预算数 − 实际数）÷ 预算数', by: 'shortfall', numerator: done, denominator: budget },
      { say: '（预算数 − 实际数）÷ 预算数', by: 'shortfall', numerator: done, denominator: adjusted },
      { say: '（预算数 − 实际数）÷ 预算数', by: 'shortfall', numerator: done, denominator: initial },
    ],
    source: '指标目录 FI-12b, FI-30',
  },
  {
    id: 'debt-ratio',
    names: ['资产负债率'],
    readings: [
      { say: '负债总额 ÷ 资产总额', by: 'quotient', numerator: { concepts: ['liabilities'] }, denominator: { concepts: ['assets'] } },
    ],
    source: '指标目录 FI-19',
  },
  {
    id: 'cash-ratio',
    names: ['现金比率'],
    readings: [
      { say: '货币资金 ÷ 流动负债', by: 'quotient', numerator: { concepts: ['cash'] }, denominator: { concepts: ['current-liabilities'] } },
      { say: '货币资金 ÷ 负债总额', by: 'quotient', numerator: { concepts: ['cash'] }, denominator: { concepts: ['liabilities'] } },
    ],
    source: '指标目录 FI-20',
  },
  {
    id: 'current-ratio',
    names: ['流动比率'],
    readings: [
      {
        say: '流动资产 ÷ 流动负债',
        by: 'quotient',
        numerator: { concepts: ['current-assets'] },
        denominator: { concepts: ['current-liabilities'] },
      },
      {
        say: '流动资产 ÷ 负债总额',
        by: 'quotient',
        numerator: { concepts: ['current-assets'] },
        denominator: { concepts: ['liabilities'] },
      },
    ],
    source: '指标目录 FI-21',
  },
  {
    id: 'newness-rate',
    names: ['固定资产成新率', '成新率'],
    readings: [
      {
        say: '固定资产净值 ÷ 固定资产原值',
        by: 'quotient',
        numerator: { concepts: ['fixed-assets-net'] },
        denominator: { concepts: ['fixed-assets-gross'] },
      },
    ],
    atMostWhole: true,
    source: '指标目录 FI-22',
  },
  {
    id: 'asset-use-rate',
    names: ['固定资产利用率', '资产利用率'],
    readings: [
      {
        say: '在用固定资产 ÷ 固定资产',
        by: 'quotient',
        numerator: { concepts: ['fixed-assets-in-use'] },
        denominator: { concepts: ['fixed-assets-gross'] },
      },
    ],
    atMostWhole: true,
    source: '指标目录 FI-18',
  },
  {
    id: 'staff-control-rate',
    names: ['在职人员控制率', '人员控制率', '财政供养人员控制率', '财政供养控制率'],
    readings: [{ say: '在职人员数 ÷ 编制数', by: 'quotient', numerator: { concepts: ['staff'] }, denominator: { concepts: ['posts'] } }],
    source: '指标目录 FI-01',
  },
  {
    id: 'score-rate',
    names: ['得分率'],
    readings: [{ say: '得分 ÷ 分值', by: 'quotient', numerator: { roles: ['score'] }, denominator: { roles: ['weight'] } }],
    atMostWhole: true,
    source: '指标目录 ID-45',
  },
  // Rates of daily work: the verb in the name tells the numerator.
  {
    id: 'settled-rate',
    names: ['办结率', '按时办结率', '按期办结率'],
    readings: [
      counts(['办结', '办理完毕'], ['受理', '收到', '接收', '交办', '承办', '转办', '接到', '共接', '接件', '收件', '接诉', '共收']),
    ],
    atMostWhole: true,
    source: '指标目录 FI-28, ID-67',
  },
  {
    id: 'reply-rate',
    names: ['答复率', '办复率', '回复率', '按时答复率'],
    readings: [counts(['答复', '办复', '回复'], ['受理', '收到', '接收', '交办', '承办', '转办'])],
    atMostWhole: true,
    source: '指标目录 FI-28',
  },
  {
    id: 'resolved-rate',
    names: ['化解率', '解决率', '整改率', '整改完成率', '调解成功率', '调处率', '销号率'],
    readings: [counts(['化解', '解决', '整改', '调解成功', '调处', '销号'], ['受理', '发现', '排查', '摸排', '收到', '调解', '接'])],
    atMostWhole: true,
    source: '指标目录 FI-28',
  },
  {
    id: 'case-closed-rate',
    names: ['结案率'],
    readings: [counts(['结案', '审结', '办结'], ['受理', '立案', '收案', '办理', '承办'])],
    atMostWhole: true,
    source: '指标目录 FI-28',
  },
  {
    id: 'inspection-pass-rate',
    names: ['合格率', '验收合格率', '抽检合格率', '检测合格率'],
    readings: [counts(['合格'], ['抽检', '检测', '检查', '抽查', '验收', '监测', '检验', '参检', '抽样', '参加', '培训'])],
    atMostWhole: true,
    source: '指标目录 FI-28',
  },
  {
    id: 'satisfaction-rate',
    names: ['满意率', '满意度', '群众满意度', '服务对象满意度'],
    readings: [
      counts(
        ['满意'],
        ['有效问卷', '问卷', '访问', '走访', '调查', '询问', '抽样', '访谈', '问卷', '回访', '收回', '回收', '有效', '参评', '评价'],
        ['不满意'],
      ),
    ],
    atMostWhole: true,
    source: '指标目录 FI-29',
  },
  {
    id: 'survey-return-rate',
    names: ['回收率', '问卷回收率', '收回率'],
    readings: [counts(['回收', '收回'], ['发放', '发出', '下发', '派发'])],
    atMostWhole: true,
    source: '指标目录 §5.5',
  },
  {
    id: 'survey-valid-rate',
    names: ['有效率', '问卷有效率'],
    readings: [counts(['有效'], ['收回', '回收'])],
    atMostWhole: true,
    source: '指标目录 §5.5',
  },
  {
    id: 'monitoring-rate',
    names: ['绩效监控完成率', '监控完成率', '绩效监控覆盖率'],
    readings: [counts(['监控'], ['项目', '应监控'])],
    atMostWhole: true,
    source: '指标目录 FI-14',
  },
  {
    id: 'self-evaluation-rate',
    names: ['绩效自评完成率', '自评完成率', '自评覆盖率', '绩效自评覆盖率'],
    readings: [counts(['自评'], ['项目', '应自评'])],
    atMostWhole: true,
    source: '指标目录 FI-15',
  },
  {
    id: 'adoption-rate',
    names: ['评价结果应用率', '结果应用率', '采纳率', '建议采纳率'],
    readings: [counts(['采纳', '应用', '采用'], ['提出', '上报', '报送', '建议', '反馈'])],
    atMostWhole: true,
    source: '指标目录 FI-17',
  },
  {
    id: 'completion-rate',
    names: ['完成率', '计划完成率', '实际完成率', '任务完成率', '目标完成率', '工作完成率', '完成比例', '完成比率'],
    readings: [counts(['完成', '实际', '已', '建成', '验收', '到货', '通过'], PLAN)],
    source: '指标目录 FI-28',
  },
  {
    id: 'timeliness-rate',
    names: ['及时率', '按时完成率', '完成及时率', '按期完成率', '响应率', '及时响应率'],
    readings: [counts(['及时', '按时', '按期'], [...PLAN, '受理', '接'])],
    atMostWhole: true,
    source: '指标目录 FI-28',
  },
  {
    id: 'bed-use-rate',
    names: ['病床使用率', '床位使用率', '床位利用率'],
    readings: [counts(['占用', '使用', '入住'], ['开放', '设置', '核定', '总床位'])],
    source: '指标目录 FI-28',
  },
  {
    id: 'standard-rate',
    names: ['达标率', '质量达标率', '优良率', '优秀率', '通过率'],
    readings: [counts(['达标', '优良', '优秀', '通过'], ['监测', '抽查', '参加', '检测', '共', '总', '报名', '申报'])],
    atMostWhole: true,
    source: '指标目录 FI-28',
  },
  {
    id: 'coverage-rate',
    names: [
      '覆盖率',
      '参与率',
      '出勤率',
      '到课率',
      '签约率',
      '入户率',
      '普及率',
      '使用覆盖率',
      '参保率',
      '就业率',
      '入学率',
      '知晓率',
      '公开率',
      '建档率',
      '接种率',
      '管理率',
      '保障率',
      '检出率',
      '中签率',
      '达产率',
      '投诉率',
      '上线率',
      '签章率',
      '挂接率',
    ],
    readings: [
      counts(
        ['覆盖', '参与', '出勤', '到课', '签约', '入户', '使用', '参保', '就业', '入学', '知晓', '公开', '建档', '接种'],
        ['应', '总', '共有', '全县', '全市', '全区', '辖区', '常住'],
      ),
    ],
    atMostWhole: true,
    source: '指标目录 FI-28',
  },
]

const nameAtEnd = endings(RATES.flatMap((rate) => rate.names.map((name) => [name, rate] as const)))

export interface RateMatch {
  readonly rate: RateDefinition
  readonly name: string
}

/** The named rate that ends a phrase, the longest name. */
export function rateAtEnd(phrase: string): RateMatch | null {
  const match = nameAtEnd(phrase)
  return match === null ? null : { rate: match.value, name: match.word }
}
