/** Why a package is not read, in the words of the closed table. */
import type { PackageRefused } from '@jiheng/ooxml'
import type { Problem } from '@jiheng/vocabulary'

export function packageProblem({ reason, entry }: PackageRefused, file: string): Problem {
  const details = entry === '' ? { reason } : { reason, entry }
  if (reason === 'encrypted') return { code: 'file.encrypted', at: [file], details: {} }
  if (reason === 'damaged' || reason === 'bad-xml') return { code: 'file.damaged', at: [file], details }
  return { code: 'file.unsafe', at: [file], details }
}
