/** Names of files as people speak of them. */
import { standardInput } from './words.ts'

/** Without the folders and archives that it lies in. What a unit is called as long as nothing names it. */
export function shortName(file: string): string {
  if (file === '-') return standardInput
  return file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1) || file
}
