/** Documents about one file, made in a child from its bytes and what was kept: without what people found to be right. */
import { readFile, rm } from 'node:fs/promises'
import { Refusal } from '@jiheng/contract'
import { type AuditPool, type ProductKind, withoutFindings } from '@jiheng/runner'
import { dayIn, type Judgement, type LetterWords } from '@jiheng/store'
import type { Container } from '../container.ts'
import { auditedFrom } from './audited-from.ts'

export interface OutputSource {
  readonly fileName: string
  readonly sha256: string
  readonly bytes: number
  readonly audit: { readonly source_sha256: string; readonly result_sha256: string }
  readonly judgements: ReadonlyMap<string, Judgement>
  readonly letter: LetterWords
}

export interface MadeOutput {
  readonly extension: string
  readonly content: Uint8Array
}

/** Throws file.gone, output.not-made. */
export async function makeOutput(
  container: Container,
  pool: AuditPool,
  source: OutputSource,
  kind: ProductKind,
  stop: AbortSignal,
): Promise<MadeOutput> {
  const { vault, children, clock } = container
  if (source.bytes === 0 || !(await vault.has(source.sha256))) throw new Refusal('file.gone')
  const audited = await auditedFrom(container, source.audit)
  const day = dayIn(clock())
  const folder = children.folders.make()
  const leftOut = leftOutOf(kind, audited.result.findings, source.judgements)
  const input = { kind: 'file', name: source.fileName, path: vault.path(source.sha256), bytes: source.bytes } as const
  const task = {
    context: audited.result.context,
    rules: { given: { scheme: null, goals: null }, recognisable: [] },
    order: { kinds: [kind], folder, date: day, back: '', leftOut, letter: source.letter },
    keepsDocument: false,
  }
  try {
    const { made, failures } = await pool.make({ input, ...audited }, task, { stop })
    const [one] = made
    if (one === undefined) throw new Refusal('output.not-made', { details: { why: whyNot(failures[0]?.details.reason) } })
    return { extension: one.format, content: await readFile(one.path) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What was found as JSON, as it stands in the result of an audit. */
export async function makeResult(container: Container, source: OutputSource): Promise<MadeOutput> {
  const { result } = await auditedFrom(container, source.audit)
  const filtered = withoutFindings({ ...result, file: source.fileName }, leftOutOf('page', result.findings, source.judgements))
  return { extension: 'json', content: Buffer.from(`${JSON.stringify(filtered, null, 2)}\n`) }
}

/** Nothing shows what was dismissed. A letter shows what is returned, where anything is; else everything that is still open. */
function leftOutOf(
  kind: ProductKind,
  findings: readonly { readonly id: string }[],
  judgements: ReadonlyMap<string, Judgement>,
): readonly string[] {
  const isReturning = kind === 'letter' && findings.some(({ id }) => judgements.get(id)?.status === 'returned')
  return findings
    .map(({ id }) => id)
    .filter((id) => (isReturning ? judgements.get(id)?.status !== 'returned' : judgements.get(id)?.status === 'dismissed'))
}

function whyNot(reason: unknown): string {
  if (reason === 'not-pdf') return '原文件不是 PDF'
  if (reason === 'unread') return '文件里没有读出报告'
  if (reason === 'crash' || reason === 'timeout' || reason === 'memory') return '处理时中断，文件可能太大'
  return '处理这个文件时出错'
}
