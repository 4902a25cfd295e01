/** A result as text, in the format that was asked for. */
import type { AuditResult } from '@jiheng/audit'
import type { TextFormat } from '../arguments/parse-audit.ts'
import { jsonLine } from './json.ts'
import { renderFile } from './pretty/file.ts'
import type { Look } from './pretty/look.ts'

export function rendererFor(format: TextFormat, look: Look): (result: AuditResult) => string {
  switch (format) {
    case 'json':
      return jsonLine
    case 'pretty':
      return (result) => renderFile(result, look)
  }
}
