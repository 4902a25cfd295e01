/** Each problem as one line: where, what, why, what to do. */
import type { Problem } from '@jiheng/vocabulary'
import { labels } from './messages.ts'

export function sayProblem(problem: Problem): string {
  return `${problem.at.map(placeWord).join(' ')}：${whatAndHow(problem)}`
}

/** A number that comes first is a report of the file, from 0; behind a file it is a line, from 1. */
function placeWord(part: string | number, at: number): string {
  if (typeof part === 'number') return at === 0 ? labels.report(part + 1) : labels.line(part)
  return ({ '-': labels.standardInput, FILE: labels.files } as Readonly<Record<string, string>>)[part] ?? part
}

function whatAndHow({ code, at, details }: Problem): string {
  switch (code) {
    case 'file.not-found':
      return '没有这个文件。请检查路径和文件名。'
    case 'file.no-permission':
      return '没有读取权限。请调整权限，或复制到自己的文件夹后再试。'
    case 'file.is-folder':
      return '这是文件夹，不能当作文件读取。请给出其中的文件。'
    case 'file.empty':
      return '文件是空的（0 字节），没有可校核的内容。请检查是否保存或下载完整。'
    case 'file.too-large':
      return `文件超过 ${megabytes(details.limit)} MB 的上限${details.bytes === undefined ? '' : `（${megabytes(details.bytes)} MB）`}。请拆分后再校核。`
    case 'file.binary':
      return '内容不是文本（含二进制数据）。请另存为 .txt 文本后再校核。'
    case 'file.unsupported-format':
      return `暂不支持 ${details.format ?? '这种'} 格式，目前只校核文本。请在 WPS 或 Word 中另存为 .txt 后再校核。`
    case 'file.unreadable':
      return unreadable(details)
    case 'text.undecodable':
      return '无法识别文字编码（支持 UTF-8 和 GB18030）。请另存为 UTF-8 文本后再校核。'
    case 'text.partly-undecodable':
      return '有少量文字无法识别，其余照常校核。请核对这些位置的原文。'
    case 'text.line-too-long':
      return `这一行过长${details.length === undefined ? '' : `（${details.length} 个字符）`}，已拆成几段校核，跨段的数字没有互相核对。请检查换行是否丢失。`
    case 'document.too-many-blocks':
      return `内容超过上限（${details.limit} ${countWords[String(details.of)] ?? '处'}），只校核了前面的部分。请拆分后再校核。`
    case 'document.nothing-to-read':
      return '文件里没有可校核的文字。请检查是否选对了文件。'
    case 'audit.check-broken':
      return '这项检查自身出错，未能执行，其余检查照常。请把这份报告反馈给开发者。'
    case 'input.no-match':
      return details.kind === 'folder'
        ? '文件夹里没有可校核的文本（.txt .md .text）。请检查文件夹，或把报告另存为 .txt。'
        : '没有文件符合这个通配符。请检查写法，通配符最好加引号。'
    case 'command.unknown-option':
      return `没有这个选项${details.nearest === undefined ? '' : `，是否要用 ${details.nearest}`}？用 jiheng audit --help 查看全部选项。`
    case 'command.bad-value':
      return badValue(String(at[0]), String(details.value ?? ''), details.reason)
    case 'command.out-needed':
      return '需要用 --out 指定写到哪里。'
  }
}

function unreadable(details: Problem['details']): string {
  if (details.reason === 'timeout') return `校核超过 ${details.seconds} 秒，已停止这一份，其余继续。请拆分后再试。`
  if (details.reason === 'memory') return `校核占用内存超过 ${details.memoryMb} MB，已停止这一份，其余继续。请拆分后再试。`
  if (details.reason === 'crash') return '校核进程意外结束，这一份没有结果，其余继续。请单独再试一次；仍不行请反馈给开发者。'
  if (details.reason === 'bug') return `程序内部出错（${details.message}），这一份没有结果，其余继续。请反馈给开发者。`
  return `无法读取（${details.reason ?? '原因不明'}）。请检查磁盘或网络位置后再试。`
}

function badValue(option: string, value: string, reason: string | number | undefined): string {
  const hint = '用 jiheng audit --help 查看说明。'
  if (option === 'FILE') return `没有给出要校核的文件。例如：jiheng audit 报告.txt；${hint}`
  if (value === '') return `这个选项后面要有值。${hint}`
  switch (option) {
    case '--format':
      return later.has(value)
        ? `此版本尚不能输出 ${value}，目前有 pretty（供阅读）和 json（供程序使用）。`
        : `没有“${value}”这种输出，可用 pretty（供阅读）或 json（供程序使用）。`
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
      return `没有编号为“${value}”的评分细则：此版本尚无内置细则，报告自带的细则照常核对。去掉 --scheme 即可。`
    case '--out':
      return reason === 'is-input'
        ? `结果会覆盖要校核的文件“${value}”，没有执行。请换一个路径。`
        : `不能写到“${value}”${reason === 'file.no-permission' ? '：没有写入权限' : ''}。请检查路径和磁盘，或换一个路径。`
    default:
      return `“${value}”不可用。${hint}`
  }
}

const countWords: Readonly<Record<string, string>> = { lines: '行', cells: '个单元格', blocks: '段' }

const later = new Set(['sarif', 'html', 'docx', 'xlsx'])

function megabytes(bytes: string | number | undefined): string {
  return String(Math.ceil(Number(bytes ?? 0) / 1024 / 1024))
}
