/** What is wrong with the words of evaluate, scheme, facts and simulate. Those of audit are worded in problems.ts. */
import type { Problem } from '@jiheng/vocabulary'

export const isOtherCommand = ({ details }: Problem): boolean => typeof details.command === 'string'

export function sayOtherCommand({ code, at, details }: Problem): string {
  const hint = `用 jiheng ${details.command} --help 查看说明。`
  const place = PLACES[String(at[0])] ?? String(at[0])
  if (code === 'command.unknown-option')
    return `${place}：没有这个选项${details.nearest === undefined ? '' : `，是否要用 ${details.nearest}`}？${hint}`
  const expected = EXPECTED[String(details.expected)] ?? `可用 ${details.expected}`
  if (details.value === '') return `${place}：${details.expected === '' ? '这个选项后面要有值' : `没有给出，${expected}`}。${hint}`
  return `${place}：“${details.value}”不可用，${expected}。${hint}`
}

const PLACES: Readonly<Record<string, string>> = { ACTION: '命令', FOLDER: '文件夹', '--FACTS': '基础数据', FACTS: '基础数据' }

const EXPECTED: Readonly<Record<string, string>> = {
  scheme: '要写评分细则的编号或文件，用 jiheng scheme list 查看有哪些',
  year: '请写四位年度，例如 2023',
  date: '请写日期，例如 2024-03-31',
  facts: '要写填报好的文件，例如 基础数据.xlsx',
  path: '请用 --out 写明写到哪个文件',
  weight: '请写成 指标编号=分值，例如 execution=12',
  with: '请用 --with 写另一个评分细则的编号或文件，或用 --weight 改分值',
  template: '目前只有 template',
  nothing: '后面不再跟别的内容',
  'scheme-list': '写法是 jiheng scheme list',
  'scheme-show': '写法是 jiheng scheme show 编号',
  'scheme-check': '写法是 jiheng scheme check 文件…',
  'scheme-explain': '写法是 jiheng scheme explain 编号 指标',
  'scheme-diff': '写法是 jiheng scheme diff 编号 日期 日期，例如 2022-12-31 2023-12-31',
  'scheme-test': '写法是 jiheng scheme test [编号]',
  'scheme-to-xlsx': '写法是 jiheng scheme to-xlsx 编号 --out 文件.xlsx',
  'scheme-from-xlsx': '写法是 jiheng scheme from-xlsx 文件.xlsx --out 文件.yaml',
  unit: '数据中没有这个单位',
  'not-with-department': '与 --department 不能同时用',
  indicator: '细则中没有这个指标',
  'unknown-scheme': '没有这个评分细则，用 jiheng scheme list 查看有哪些',
  preset: '没有这个导入方式',
  folder: '要写一个文件夹',
  'one-folder': '只能写一个文件夹',
  keep: '请写保留的份数，例如 30',
  files: '可用 read（逐个读）、present（只看在不在）',
  'user-list': '写法是 jiheng user list',
  'user-reset': '写法是 jiheng user reset 登录名',
  'user-unlock': '写法是 jiheng user unlock 登录名',
  'user-make-admin': '写法是 jiheng user make-admin 登录名 --name 姓名',
}
