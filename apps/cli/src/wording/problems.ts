/** Each problem as one line: where, what, why, what to do. What is wrong with a file is worded where results are worded; here is what is wrong with a command. */

import type { FileProblemCode } from '@jiheng/report'
import { isFileProblem, placeOfProblem, sayFileProblem } from '@jiheng/report/summary'
import type { Problem, ProblemCode } from '@jiheng/vocabulary'
import { formats } from '../arguments/parse-audit.ts'
import { isOtherCommand, sayOtherCommand } from './command-problems.ts'
import { type FactsProblem, isFactsProblem, sayFactsProblem } from './facts-problems.ts'
import { labels } from './messages.ts'
import { isSchemeProblem, placeInData, type SchemeProblem, saySchemeProblem } from './scheme-problems.ts'

type CommandProblem = Problem & { readonly code: Exclude<ProblemCode, FileProblemCode | SchemeProblem['code'] | FactsProblem['code']> }

export function sayProblem(problem: Problem): string {
  if (isFileProblem(problem)) return sayFileProblem(problem)
  if (isSchemeProblem(problem)) return `${placeInData(problem)}：${saySchemeProblem(problem)}`
  if (isFactsProblem(problem)) return `${placeInData(problem)}：${sayFactsProblem(problem)}`
  if (isOtherCommand(problem)) return sayOtherCommand(problem)
  const place = problem.at[0] === 'FILE' ? labels.files : placeOfProblem(problem)
  return `${place}：${whatAndHow(problem as CommandProblem)}`
}

function whatAndHow({ code, at, details }: CommandProblem): string {
  switch (code) {
    case 'command.unknown-option':
      return `没有这个选项${details.nearest === undefined ? '' : `，是否要用 ${details.nearest}`}？用 jiheng audit --help 查看全部选项。`
    case 'command.bad-value':
      return badValue(String(at[0]), String(details.value ?? ''), details)
    case 'command.out-needed':
      return `${details.value === undefined ? '' : `${details.value} `}不能输出到屏幕，需要用 --out 指定写到哪里。例如：--out 结果`
  }
}

function badValue(option: string, value: string, { reason, extension, nearest }: Problem['details']): string {
  const hint = '用 jiheng audit --help 查看说明。'
  if (option === 'FILE') return `没有给出要校核的文件。例如：jiheng audit 报告.txt；${hint}`
  if (value === '') return `这个选项后面要有值。${hint}`
  switch (option) {
    case '--format':
      return `没有“${value}”这种输出，可用 ${formats.join('、')}。${hint}`
    case '--fail-on':
      return `“${value}”不可用，请用 error、warning 或 never。`
    case '--year':
      return `“${value}”不是年度，请写四位数字，例如 --year 2023。`
    case '--as-of':
      return `“${value}”不是日期，请按 2024-03-31 的写法。`
    case '--for':
      return `“${value}”不可用，目前只有 disclosure（公开前校核）。`
    case '--jobs':
      return `“${value}”不可用，请写 1 到 64 的整数。`
    case '--scheme':
      return `没有编号为“${value}”的评分细则${nearest === undefined ? '' : `，是否要用 ${nearest}`}？用 jiheng scheme list 查看全部编号。`
    case '--out':
      if (reason === 'needs-extension')
        return `送来的 Word 含宏或是模板，改名为“${value}”后 Word 打不开，没有写出。请把扩展名改为 .${extension}。`
      return reason === 'is-input'
        ? `结果会覆盖要校核的文件“${value}”，没有执行。请换一个路径。`
        : `不能写到“${value}”${reason === 'file.no-permission' ? '：没有写入权限' : ''}。请检查路径和磁盘，或换一个路径。`
    default:
      return `“${value}”不可用。${hint}`
  }
}
