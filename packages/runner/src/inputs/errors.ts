/** What the file system refuses, as a problem of ours. */
import type { Problem, ProblemCode } from '@jiheng/vocabulary'

/** Anything that is not a refusal of the file system is a bug and is thrown on. */
export function problemOf(error: unknown, name: string): Problem {
  const refusal = codeOf(error)
  if (refusal === null) throw error
  const code = codes[refusal] ?? 'file.unreadable'
  return { code, at: [name], details: code === 'file.unreadable' ? { reason: refusal } : {} }
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error ? error.code : null
}

const codes: Readonly<Record<string, ProblemCode>> = {
  ENOENT: 'file.not-found',
  ENOTDIR: 'file.not-found',
  EACCES: 'file.no-permission',
  EPERM: 'file.no-permission',
  EISDIR: 'file.is-folder',
}
