/** The opinion that goes back to the unit, made of what was put on the list. */
import type { Finding } from '@jiheng/contract'
import { document as words } from '../../wording/document.ts'

/** What the field takes. */
const longest = 2000

/** A line a finding, in the reviewer's words where there are any; what does not fit is counted. */
export function opinionOf(findings: readonly Finding[]): string {
  const lines = findings.filter(({ status }) => status === 'returned').map((finding, at) => lineOf(finding, at + 1))
  const whole = lines.join('\n')
  if (whole.length <= longest) return whole
  let kept = lines.length
  const cut = () => [...lines.slice(0, kept), words.returnMore(lines.length - kept)].join('\n')
  while (kept > 0 && cut().length > longest) kept--
  return cut()
}

function lineOf({ quotes, message, expected, decisions }: Finding, at: number): string {
  const reason = decisions[0]?.status === 'returned' ? decisions[0].reason : ''
  const said = reason === '' ? `${message}${expected === null ? '' : words.expected(expected)}` : reason
  return words.returnLine(at, quotes[0]?.place ?? '', said)
}
