/** A child that did not come back with an answer: what it died of stands among the problems of its file. */
import type { Problem } from '@jiheng/vocabulary'

export interface Death {
  /** In plain words. */
  readonly why: string
  /** Too long and too large it will be the next time as well. */
  readonly isFinal: boolean
}

/** null: it answered. */
export function deathIn(problems: readonly Problem[]): Death | null {
  const death = problems.find(({ code, details }) => code === 'file.unreadable' && Object.hasOwn(words, String(details.reason)))
  if (death === undefined) return null
  const reason = String(death.details.reason)
  return { why: words[reason]?.(death.details) ?? reason, isFinal: reason === 'timeout' || reason === 'memory' }
}

const words: Readonly<Record<string, (details: Readonly<Record<string, unknown>>) => string>> = {
  crash: () => '校核进程意外结束，没有结果。请点“继续”再试一次；仍不行请反馈给开发者。',
  timeout: ({ seconds }) => `处理超过 ${String(seconds)} 秒，已停止。请拆分文件后再报。`,
  memory: ({ memoryMb }) => `处理时占用内存超过 ${String(memoryMb)} MB，已停止。请拆分文件后再报。`,
  bug: ({ message }) => `程序内部出错（${String(message)}），没有结果。请反馈给开发者。`,
}
