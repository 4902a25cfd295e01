/** What simulate says. */
export const simulateWords = {
  head: (units: number, changed: number) => `${units} 个单位，${changed} 个有变化`,
  rescored: (count: number) => (count === 0 ? '各指标的得分都没有重算，变化来自总分的规则。' : `重新计分的指标 ${count} 个。`),
  unchanged: '得分、等级、名次都没有变化。',
  distribution: '等级分布',
  before: '现在',
  after: '改后',
  unit: '单位',
  total: '总分',
  grade: '等级',
  rank: '名次',
  because: '原因',
  none: '—',
  mean: (before: string | null, after: string | null) =>
    before === null && after === null ? null : `平均分 ${before ?? '—'} → ${after ?? '—'}`,
  moved: (label: string, before: string | null, after: string | null) => `${label} ${point(before)} → ${point(after)}`,
  more: (count: number) => `另有 ${count} 项`,
  why: { total: '总分的取舍、换算或等级规则', others: '其他单位变化' },
  differentGoals: '各单位批复的绩效目标不同，不能放在一起比较名次。请用 --unit 逐个单位试算。\n',
  unknownIndicator: (id: string) => `--weight：细则中没有“${id}”。用 jiheng scheme show 查看编号。`,
  refused: '这份细则不能用于批量计算，请反馈给开发者。\n',
}

const point = (value: string | null): string => (value === 'not-applicable' ? '不适用' : (value ?? '未计分'))
