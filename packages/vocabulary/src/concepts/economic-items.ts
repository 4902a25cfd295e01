/**
 * The economic classification of department expenditure: classes (类) and the items (款) that reports list.
 * `class` is what an item belongs to; `side` says whether it counts as personnel or public cost, or `either`
 * where practice differs from place to place.
 */
import type { Concept } from '../concept.ts'

export type CostSide = 'personnel' | 'public' | 'either'

export interface EconomicItem {
  readonly id: string
  readonly class: '301' | '302' | '303' | '307' | '310'
  readonly side: CostSide
}

type Row = readonly [id: string, code: EconomicItem['class'], side: CostSide, label: string, ...aliases: string[]]

const ITEMS: readonly Row[] = [
  ['item-30101', '301', 'personnel', '基本工资'],
  ['item-30102', '301', 'personnel', '津贴补贴', '津补贴', '津贴和补贴'],
  ['item-30103', '301', 'personnel', '奖金'],
  ['item-30106', '301', 'either', '伙食补助费'],
  ['item-30107', '301', 'personnel', '绩效工资'],
  [
    'item-30108',
    '301',
    'personnel',
    '机关事业单位基本养老保险缴费',
    '基本养老保险缴费',
    '机关事业单位养老保险缴费',
    '养老保险缴费',
    '机关事业单位基本养老保险',
    '基本养老保险费',
    '养老保险',
  ],
  ['item-30109', '301', 'personnel', '职业年金缴费', '职业年金'],
  ['item-30110', '301', 'personnel', '职工基本医疗保险缴费', '基本医疗保险缴费', '医疗保险缴费', '职工基本医疗保险', '医疗保险'],
  ['item-30111', '301', 'personnel', '公务员医疗补助缴费', '公务员医疗补助'],
  ['item-30112', '301', 'personnel', '其他社会保障缴费', '其他社会保障费'],
  ['item-30113', '301', 'personnel', '住房公积金'],
  ['item-30114', '301', 'personnel', '医疗费'],
  ['item-30199', '301', 'personnel', '其他工资福利支出'],
  ['item-30201', '302', 'public', '办公费'],
  ['item-30202', '302', 'public', '印刷费'],
  ['item-30203', '302', 'public', '咨询费'],
  ['item-30204', '302', 'public', '手续费'],
  ['item-30205', '302', 'public', '水费'],
  ['item-30206', '302', 'public', '电费'],
  ['item-30207', '302', 'public', '邮电费'],
  ['item-30208', '302', 'public', '取暖费'],
  ['item-30209', '302', 'public', '物业管理费', '物业费'],
  ['item-30211', '302', 'public', '差旅费'],
  ['item-30213', '302', 'public', '维修护费', '维修维护费', '维修费'],
  ['item-30214', '302', 'public', '租赁费'],
  ['item-30218', '302', 'public', '专用材料费'],
  ['item-30224', '302', 'public', '被装购置费'],
  ['item-30225', '302', 'public', '专用燃料费'],
  ['item-30226', '302', 'public', '劳务费'],
  ['item-30227', '302', 'public', '委托业务费'],
  ['item-30228', '302', 'either', '工会经费'],
  ['item-30229', '302', 'either', '福利费'],
  ['item-30239', '302', 'either', '其他交通费用', '其他交通费', '公务交通补贴', '交通补贴'],
  ['item-30240', '302', 'public', '税金及附加费用'],
  ['item-30299', '302', 'public', '其他商品和服务支出', '其他商品服务支出'],
  ['item-30301', '303', 'personnel', '离休费'],
  ['item-30302', '303', 'personnel', '退休费'],
  ['item-30303', '303', 'personnel', '退职役费', '退职费'],
  ['item-30304', '303', 'personnel', '抚恤金'],
  ['item-30305', '303', 'personnel', '生活补助', '遗属生活补助', '遗属补助'],
  ['item-30306', '303', 'personnel', '救济费'],
  ['item-30307', '303', 'personnel', '医疗费补助'],
  ['item-30308', '303', 'personnel', '助学金'],
  ['item-30309', '303', 'personnel', '奖励金'],
  ['item-30310', '303', 'personnel', '个人农业生产补贴'],
  ['item-30399', '303', 'personnel', '其他对个人和家庭的补助', '其他对个人和家庭补助', '其他对个人和家庭的补助支出'],
  ['item-30217', '302', 'public', '公务接待费'],
  ['item-30215', '302', 'public', '会议费'],
  ['item-30216', '302', 'public', '培训费'],
  ['item-30231', '302', 'public', '公务用车运行维护费'],
  ['item-30212', '302', 'public', '因公出国境费'],
  ['item-residual', '302', 'either', '残疾人就业保障金', '残保金'],
  ['item-31002', '310', 'public', '办公设备购置', '办公设备购置费'],
  ['item-31003', '310', 'public', '专用设备购置', '专用设备购置费'],
  ['item-31007', '310', 'public', '信息网络及软件购置更新', '信息网络购建'],
  ['item-31099', '310', 'public', '其他资本性支出'],
]

/** These items already are fund concepts of their own; here they only get their class. */
const SHARED: Readonly<Record<string, string>> = {
  'item-30217': 'reception',
  'item-30215': 'meeting',
  'item-30216': 'training',
  'item-30231': 'vehicle-running',
  'item-30212': 'abroad',
}

export const ECONOMIC_ITEMS: ReadonlyMap<string, EconomicItem> = new Map(
  ITEMS.map(([id, code, side]) => [SHARED[id] ?? id, { id: SHARED[id] ?? id, class: code, side }]),
)

const CLASSES: readonly (readonly [string, string, ...string[]])[] = [
  ['economic-301', '工资福利支出', '工资和福利支出', '工资福利'],
  ['economic-302', '商品和服务支出', '商品服务支出', '商品和服务'],
  ['economic-303', '对个人和家庭的补助', '对个人和家庭补助', '对个人和家庭的补助支出', '对个人和家庭补助支出', '对个人及家庭的补助'],
  ['economic-307', '债务利息及费用支出', '债务利息支出'],
  ['economic-309', '资本性支出基本建设', '基本建设支出'],
  ['economic-310', '资本性支出', '其他资本性支出类'],
  ['economic-311', '对企业补助基本建设'],
  ['economic-312', '对企业补助', '对企业补助支出'],
  ['economic-313', '对社会保障基金补助'],
]

export const ECONOMIC_CONCEPTS: readonly Concept[] = [
  ...CLASSES.map(([id, label, ...aliases]): Concept => ({ id, label, kind: 'flow', aliases, source: '政府收支分类科目' })),
  ...ITEMS.filter(([id]) => SHARED[id] === undefined).map(
    ([id, , , label, ...aliases]): Concept => ({ id, label, kind: 'flow', aliases, source: '政府收支分类科目' }),
  ),
]
