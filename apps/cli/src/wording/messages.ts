/** What the command says, apart from its help and from problems. Every Chinese word of the command stands in this folder. */
import type { Severity } from '@jiheng/audit'
import { severityWords, standardInput, unnamedUnit } from '@jiheng/report/summary'
import type { Skipped, SkipReason } from '@jiheng/runner'
import type { GatheredKind } from '../outputs/plan.ts'

export const skipWords: Readonly<Record<SkipReason, string>> = {
  unsupported: '格式暂不支持',
  hidden: '隐藏文件或临时文件',
  'not-text': '没有扩展名且不是文本',
  'not-a-file': '不是普通文件或链接已失效',
  'linked-folder': '链接的文件夹',
  'result-folder': '校核结果的存放文件夹',
  repeated: '重复给出，只校核一次',
}

/** What the files of a whole run are, on its first page. */
export const gatheredLinks: Readonly<Record<GatheredKind, { readonly label: string; readonly note: string }>> = {
  index: { label: '首页', note: '本页' },
  list: { label: '问题清单', note: 'Excel，一行一个问题，可填处理意见' },
  draft: { label: '通报初稿', note: 'Word，供修改后印发' },
  sarif: { label: 'SARIF', note: '供其他程序使用' },
  results: { label: 'JSON', note: '全部结果，供其他程序使用' },
}

export const labels = {
  standardInput,
  files: '文件',
  unnamedUnit,
  yearOf: (year: number) => `${year}年度`,
  expected: '应为',
  suggested: '建议',
  working: '计算',
  seeAlso: '另见',
  summary: '小结',
  coverage: '覆盖',
  total: '合计',
  or: '或',
  nothingFound: '未发现问题',
  nothingCompared: '没有数字进入核对，不能说明报告无误',
  notAudited: '未能校核',
  partly: '部分未校核',
}

/** In the order given, numbers `digits` wide. Counts that are 0 stay without colour, so that the eye stops only where there is something. */
export function severityCounts(
  found: Readonly<Partial<Record<Severity, number>>>,
  paint: (severity: Severity, text: string) => string,
  digits = 1,
): string {
  return (Object.entries(found) as [Severity, number][])
    .map(([severity, count]) => {
      const text = `${severityWords[severity]} ${String(count).padStart(digits)}`
      return count > 0 ? paint(severity, text) : text
    })
    .join('  ')
}

export function batchLine(files: number, reports: number): string {
  return `文件 ${files} 个，报告 ${reports} 份`
}

/** One line for each reason; names only while they are few. */
export function skipLines(skipped: readonly Skipped[]): readonly string[] {
  const reasons = [...new Set(skipped.map((one) => one.reason))]
  return reasons.map((reason) => {
    const paths = skipped.filter((one) => one.reason === reason).map((one) => one.path)
    const more = paths.length > 3 ? '等' : ''
    return `未校核 ${paths.length} 个（${skipWords[reason]}）：${paths.slice(0, 3).join('、')}${more}`
  })
}

export const say = {
  unknownCommand: (command: string, near: string | null) =>
    `没有命令“${command}”${near === null ? '' : `，是否要用 ${near}`}？校核文件请用：jiheng audit 文件；用 jiheng --help 查看说明。`,
  morePlaces: (count: number) => `另有 ${count} 处`,
  moreSteps: (count: number) => `…… 中间 ${count} 步从略，见 --format json`,
  uncovered: (count: number) => `有 ${count} 个数字未进入核对，请人工核对`,
  bug: (message: string) => `程序内部出错，已停止：${message}。请反馈给开发者。\n`,
  notWritten: (reason: string) => `结果没有写完（${reason}）。请检查磁盘空间后再试。\n`,
  interrupted: (done: number, all: number) => `已中断：完成 ${done} / ${all} 个文件，已输出的结果有效。\n`,
  written: (path: string) => `结果已写入 ${path}\n`,
  writtenFolder: (count: number, path: string) => `${count} 个文件的结果已写入文件夹 ${path}\n`,
  strangers: (count: number) => `这个文件夹里另有 ${count} 个文件不是这次的结果（以前留下的），发出前请分清，或换一个空文件夹重做。\n`,
  openFirst: (path: string) => `先看 ${path}（用浏览器打开）\n`,
  progress: (done: number, all: number) => `校核 ${done}/${all}`,
  more: (count: number) => `…… 另有 ${count} 个`,
  faultyFiles: '需要核对的文件',
  crossFile: (count: number) => `报告之间的问题 ${count} 个`,
  unreadFiles: (count: number) => `未能校核的文件 ${count} 个`,
}
