/** Whatever was thrown becomes one problem of the closed table; a bug becomes a number that leads to the log. */
import { problemOf, Refusal, type WireProblem } from '@jiheng/contract'
import { AuditStopped } from '@jiheng/runner'
import { translateRefusal } from '@jiheng/store'
import type { core } from 'zod'

/** `trace` is what a person can tell the administrator. */
export function toProblem(error: unknown, trace: string): { readonly problem: WireProblem; readonly isBug: boolean } {
  const refusal = refusalOf(error)
  if (refusal !== null) return { problem: problemOf(refusal), isBug: false }
  return { problem: problemOf(new Refusal('server.bug', { details: { trace } })), isBug: true }
}

function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error
  // A document was being made, and the server stops.
  if (error instanceof AuditStopped) return new Refusal('server.stopping')
  const database = translateRefusal(error)
  // What the database had no time or no connection for is not done, and may be asked again.
  if (database !== null && ['timeout', 'unavailable', 'contended'].includes(database.kind)) return new Refusal('server.busy')
  return fastifyRefusal(error)
}

/** What the HTTP library itself refuses. */
function fastifyRefusal(error: unknown): Refusal | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new Refusal('request.too-large', { details: { limit: '1 MB' } })
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return new Refusal('request.not-json')
    case 'ECONNRESET':
    case 'ERR_STREAM_PREMATURE_CLOSE':
    case 'ABORT_ERR':
      return new Refusal('request.too-slow')
    default:
      return null
  }
}

/** The first fault, in words, with the path into what was sent. */
export function invalid(part: 'params' | 'query' | 'body', issues: readonly core.$ZodIssue[]): Refusal {
  const [first] = issues
  const path = (first?.path ?? []).map((step) => (typeof step === 'number' ? step : String(step)))
  const [field] = path
  const where = fields[String(field)] ?? path.join('.')
  return new Refusal('request.invalid', { at: [part, ...path], details: { where, why: first === undefined ? '' : sayIssue(first) } })
}

/** What a person fills in, by the name that stands beside it. */
const fields: Readonly<Record<string, string>> = {
  name: '名称',
  loginName: '账号',
  title: '名称',
  password: '密码',
  reason: '理由',
  opinion: '意见',
  statement: '说明',
  text: '内容',
  note: '备注',
  year: '年度',
  q: '查找的文字',
  code: '编码',
  document: '文号',
  aliases: '简称',
  due: '期限',
  days: '天数',
  permissions: '权限',
}

function sayIssue(issue: core.$ZodIssue): string {
  if (issue.code === 'too_big' && issue.origin === 'string') return `最多 ${issue.maximum} 个字`
  if (issue.code === 'too_big' && issue.origin === 'array') return `最多 ${issue.maximum} 项`
  if (issue.code === 'too_big') return `最大为 ${issue.maximum}`
  if (issue.code === 'too_small' && issue.origin === 'string') return issue.minimum === 1 ? '不能为空' : `至少 ${issue.minimum} 个字`
  if (issue.code === 'too_small' && issue.origin === 'array') return `至少 ${issue.minimum} 项`
  if (issue.code === 'too_small') return `最小为 ${issue.minimum}`
  if (issue.code === 'invalid_format') return '格式不对，或含有不能用的字符'
  // The rest is met by programs alone; the library words it.
  return issue.message
}
