/** Expected trouble is a value with a code from a closed table. The app that shows it words it: apps/cli/src/wording/problems.ts. */
export type ProblemCode =
  | 'file.not-found'
  | 'file.no-permission'
  | 'file.is-folder'
  | 'file.empty'
  | 'file.too-large'
  | 'file.unreadable'
  | 'file.binary'
  | 'file.unsupported-format'
  | 'text.undecodable'
  | 'text.partly-undecodable'
  | 'text.line-too-long'
  | 'document.too-many-blocks'
  | 'document.nothing-to-read'
  | 'audit.check-broken'
  | 'input.no-match'
  | 'command.unknown-option'
  | 'command.bad-value'
  | 'command.out-needed'

export interface Problem {
  readonly code: ProblemCode
  /** Path to the place: file name, block, line, … */
  readonly at: readonly (string | number)[]
  readonly details: Readonly<Record<string, string | number>>
}
