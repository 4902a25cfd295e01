/** What is wrong with 基础数据, in a sheet or in data: which cell, what, what to do. */
import type { Problem, ProblemCode } from '@jiheng/vocabulary'
import { expectationWords } from './scheme-problems.ts'

export type FactsProblem = Problem & { readonly code: Extract<ProblemCode, `facts.${string}`> }

export const isFactsProblem = (problem: Problem): problem is FactsProblem => problem.code.startsWith('facts.')

export function sayFactsProblem({ code, details }: FactsProblem): string {
  switch (code) {
    case 'facts.bad-shape':
      return shapes[String(details.expected)] ?? '这里应当是若干“名称: 内容”。请对照 jiheng facts --help 的写法。'
    case 'facts.unknown-key':
      return `没有这个项目。这里可以写：${details.expected}。请检查拼写。`
    case 'facts.missing':
      return details.expected === undefined ? '这一项必须填写。请补上。' : `没有填${details.expected}。请补上。`
    case 'facts.bad-value':
      return `“${details.value ?? ''}”不可用，应为${expectationWords(String(details.expected ?? ''))}。请改正。`
    case 'facts.lost-digits':
      return `编码“${details.value}”已被表格软件改成科学记数，末尾的数字丢了。请把这一列设为“文本”后重新导出或填写。`
    case 'facts.no-head':
      return `没有找到表头。表头行应有：${details.expected}。请用 jiheng facts template 生成的模板，或用 --preset 指定导入方式。`
    case 'facts.no-unit':
      return `比率“${details.value}”没有写计量单位，不知道是 ${details.value}% 还是 ${details.value} 倍。请补上单位，例如 %。`
    case 'facts.wrong-unit':
      return details.expected === undefined || details.expected === ''
        ? `没有“${details.value}”这个计量单位。请改用元、万元、%、人、个 等。`
        : `计量单位“${details.value}”与所要的“${details.expected}”不能换算。请检查单位或编号。`
    case 'facts.unknown-item':
      return `“${details.item}”不在基础数据目录中，也不是本细则的指标${details.nearest === undefined ? '' : `，是否要写 ${details.nearest}`}。请检查编号。`
    case 'facts.duplicate':
      return `同一单位、同一项目、同一年度已有数据（${details.of}）。请删去一条；如是更正，请写明更正哪一条（supersedes）。`
    case 'facts.unknown-superseded':
      return `要更正的数据“${details.supersedes}”不在其中。请检查编号，或把原数据一并给出。`
    case 'facts.superseded-twice':
      return `“${details.supersedes}”已被另一条更正过。请改为更正最新的一条。`
    case 'facts.loop':
      return '几条数据互相更正，成了圈，不知道以哪一条为准。请检查 supersedes。'
    case 'facts.future':
      return `期间到 ${details.to}，晚于 ${details.asOf}，还没有发生。请检查期间，或用 --as-of 指定日期。`
    case 'facts.negative':
      return `${details.value} 小于零，这一项不应为负。请核对。`
    case 'facts.crosses-year':
      return `期间 ${details.from} 至 ${details.to} 跨年度。请按年度分开填写。`
  }
}

const shapes: Readonly<Record<string, string>> = {
  list: '这里应当是一个列表。请对照 jiheng facts --help 的写法。',
  xlsx: '这是旧版 Excel 文件（.xls）。请用 Excel 或 WPS 打开，另存为 .xlsx 后再用。',
  json: '不是完整的 JSON。请检查是否没有写完，或括号、引号没有配对。',
  department: '部门名单要用 YAML 或 JSON 文件，不能用表格。请对照 jiheng evaluate --help 的写法。',
  goals: '绩效目标要用 YAML 或 JSON 文件，不能用表格。请对照 schemes/README.md 的写法。',
}
