/** What is wrong with data that people write: schemes, items, goals. Where, what, why, what to do. */
import type { Problem, ProblemCode } from '@jiheng/vocabulary'

export type SchemeProblem = Problem & { readonly code: Extract<ProblemCode, `scheme.${string}`> }

export const isSchemeProblem = (problem: Problem): problem is SchemeProblem => problem.code.startsWith('scheme.')

/** 评分细则.yaml › versions › 第1项 › tree › 第2项 › weight */
export function placeInData({ at }: Problem): string {
  return at.map((part) => (typeof part === 'number' ? `第${part + 1}项` : part)).join(' › ')
}

export function saySchemeProblem({ code, details }: SchemeProblem): string {
  switch (code) {
    case 'scheme.unreadable':
      return `第 ${details.line} 行读不下去：${unreadable[String(details.reason)] ?? `写法不符合 YAML（${details.reason}）`}。请改正后再检查。`
    case 'scheme.bad-shape':
      return `这里应当是${shapes[String(details.expected)] ?? String(details.expected)}。请对照 schemes/README.md 的写法。`
    case 'scheme.unknown-key':
      return `没有这个项目。这里可以写：${details.expected}。请检查拼写。`
    case 'scheme.missing':
      return '这一项必须填写。请补上。'
    case 'scheme.bad-value':
      return badValue(String(details.value ?? ''), String(details.expected ?? ''))
    case 'scheme.duplicate':
      return `编号“${details.id}”重复。同一份细则里每个编号只能用一次，请改名。`
    case 'scheme.unknown-unit':
      return `没有“${details.value}”这个计量单位。请改用 percent、yuan、wan-yuan、each:个 等单位编号。`
    case 'scheme.unknown-item':
      return `公式里的“${details.item}”不在基础数据目录中。请检查编号，或先在目录中添加。`
    case 'scheme.unknown-rule':
      return `没有“${details.value}”这种计分方法，可用：${details.expected}。`
    case 'scheme.unit-mismatch':
      return `计量单位不一致（${dimension(details.one)} 与 ${dimension(details.other)}），不能相加减或作为结果。请检查公式和单位。`
    case 'scheme.bad-formula':
      return `公式写法有误（${formulaFaults[String(details.reason)] ?? details.reason}，第 ${Number(details.at) + 1} 个字符）。减号两边要有空格，例如 (a - b) / b。`
    case 'scheme.cycle':
      return `“${details.item}”的公式又用到了它自己。请改为由其他数据计算。`
    case 'scheme.weights-not-full':
      return `下级分值合计 ${details.sum}，应为 ${details.weight}。请调整分值。`
    case 'scheme.overlap':
      return `两个版本的适用期间重叠（${details.one} 与 ${details.other}）。请把前一版的截止日期改到后一版开始之前。`
    case 'scheme.no-period':
      return '这个版本没有写从哪一天起适用。请补上 from。'
    case 'scheme.not-in-force':
      return `${details.day} 没有适用的版本。请检查年度，或补充该年度的版本。`
    case 'scheme.no-cases':
      return `“${details.id}”没有案例，不知道算得对不对。请至少写一个案例（写法见 schemes/README.md），和细则一起检查：jiheng scheme check 细则.yaml 案例.yaml。分值都没有印、不能计分的，请在 unknown 写明原因。`
  }
}

const unreadable: Readonly<Record<string, string>> = {
  'duplicate-key': '同一个名称写了两次，只能保留一个',
  alias: '用了 & 或 * 引用，细则文件里不使用引用',
  tag: '用了 ! 标记，细则文件里不使用标记',
  'several-documents': '一个文件里有几份内容（---），请分成几个文件',
  'too-deep': '层次过多',
  indentation: '缩进不对，请用空格对齐',
}

const shapes: Readonly<Record<string, string>> = { mapping: '若干“名称: 内容”', list: '一个列表（每项以 - 开头）' }

const expectations: Readonly<Record<string, string>> = {
  text: '文字',
  'short-text': '较短的文字',
  decimal: '数',
  'decimal-as-text': '加引号的小数，例如 "0.5"（不加引号的小数会丢失精度）',
  'true-or-false': 'true 或 false',
  date: '日期，例如 "2024-01-01"',
  id: '小写字母、数字和连字符组成的编号',
  band: '区间，例如 "[90,100]"、"(0,10]"、"(30,)"',
  target: '目标，例如 ">= 90"、"<= 5"、"= 0"、"90..100"',
  'not-negative': '不小于零的数',
  positive: '大于零的数',
  unit: '计量单位，例如 元、万元、%、人',
  period: '期间，例如 2023、2023-12-31、2023-01-01至2023-06-30',
  'yes-or-no': '“是”或“否”',
  'number-cell': '一个数',
  'date-cell': '日期（例如 2024-10-31）或“未完成”',
}

/** What was expected there, in words. */
export const expectationWords = (expected: string): string => expectations[expected] ?? `：${expected}`

const badValue = (value: string, expected: string): string => `“${value}”不可用，应为${expectationWords(expected)}。请改正。`

const formulaFaults: Readonly<Record<string, string>> = {
  empty: '没有内容',
  'too-long': '过长',
  'too-deep': '括号层次过多',
  unexpected: '出现了不应有的内容',
  unclosed: '括号没有配对',
}

const dimension = (value: string | number | undefined): string => (value === '' || value === undefined ? '比率' : String(value))
