/** A made-up report as paragraphs and tables, the way such reports are written. */
import { add, type Decimal, decimal, formatDecimal, quotient, round, shift, subtract, sum } from '@jiheng/quantity'
import type { MadeReport } from './report-data.ts'

export type Piece =
  | { readonly kind: 'title' | 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }

const parts = [
  ['预算执行', '预算执行率', '10'],
  ['产出指标', '数量和质量', '30'],
  ['效益指标', '社会效益', '30'],
  ['管理指标', '制度和资产管理', '20'],
  ['满意度指标', '服务对象满意度', '10'],
] as const

export function piecesOf(report: MadeReport): readonly Piece[] {
  const { unit, short, year, duties, staff, done, troubles, slips = {} } = report
  const figure = (name: 'budget' | 'added' | 'basicBudget' | 'basic' | 'project' | 'lastYear') => decimal(report[name])
  const [budget, added, basicBudget, basic, project, last] = [
    figure('budget'),
    figure('added'),
    figure('basicBudget'),
    figure('basic'),
    figure('project'),
    figure('lastYear'),
  ]
  const whole = add(budget, added)
  const projectBudget = subtract(whole, basicBudget)
  const spent = add(basic, project)
  const more = subtract(spent, last)
  const points = sum(report.points.map(decimal))
  const said = slips.spent ?? money(spent)
  const rate = slips.rate ?? percent(spent, whole)
  return [
    { kind: 'title', text: `${unit}${year}年度部门整体支出绩效自评报告` },
    { kind: 'heading', text: '一、部门基本情况' },
    { kind: 'paragraph', text: `${unit}${duties}年末在职人员${staff}人。` },
    { kind: 'heading', text: '二、预算执行情况' },
    {
      kind: 'paragraph',
      text: `${year}年，${unit}年初预算${money(budget)}万元，年中追加${money(added)}万元，全年预算${money(whole)}万元，全年支出合计${said}万元，其中：基本支出${money(basic)}万元，项目支出${money(project)}万元。预算执行率${rate}%。`,
    },
    {
      kind: 'paragraph',
      text: `${year}年支出比上年支出${money(last)}万元增加${money(more)}万元，增长${slips.growth ?? percent(more, last)}%。`,
    },
    {
      kind: 'table',
      rows: [
        ['项目', '全年预算数（万元）', '执行数（万元）', '执行率'],
        ['基本支出', money(basicBudget), money(basic), `${percent(basic, basicBudget)}%`],
        ['项目支出', money(projectBudget), slips['table-project'] ?? money(project), `${percent(project, projectBudget)}%`],
        ['合计', money(whole), money(spent), `${percent(spent, whole)}%`],
      ],
    },
    { kind: 'heading', text: '三、绩效目标完成情况' },
    ...done.map((text): Piece => ({ kind: 'paragraph', text })),
    {
      kind: 'table',
      rows: [
        ['一级指标', '二级指标', '分值', '得分'],
        ...parts.map(([first, second, weight], at) => [first, second, weight, report.points[at] as string]),
        ['合计', '', '100', slips['total-points'] ?? money(points)],
      ],
    },
    { kind: 'paragraph', text: `经自评，${short}${year}年度部门整体支出绩效自评得分${slips['total-points'] ?? money(points)}分。` },
    { kind: 'heading', text: '四、存在的问题' },
    ...troubles.map((text): Piece => ({ kind: 'paragraph', text })),
    { kind: 'heading', text: '五、下一步改进措施' },
    {
      kind: 'paragraph',
      text: `继续加强预算绩效管理，对全年${slips.restated ?? money(spent)}万元支出逐项复核，推动绩效评价结果与预算安排挂钩。`,
    },
  ]
}

/** Two places behind the point, as such reports print money and points. */
function money(value: Decimal): string {
  const [whole = '0', places = ''] = formatDecimal(round(value, 'half-up', 2)).split('.')
  return `${whole}.${places.padEnd(2, '0')}`
}

function percent(part: Decimal, whole: Decimal): string {
  const share = quotient(shift(part, 2), whole)
  if (share === null) throw new Error('a made-up report divides by nothing')
  return money(round(share, 'half-up', 2))
}
