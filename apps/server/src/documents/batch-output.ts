/** What can be made of a batch, by the names of the contract. */
import type { RouteOf } from '@jiheng/contract'
import { type IssueRow, issueCsv, issueList } from '@jiheng/report'
import { batchForOutput, outputDocuments, summariseBatch, type Work } from '@jiheng/store'
import type * as z from 'zod'
import type { FileAnswer } from '../http/answers.ts'
import { type CircularSource, circularOf, circularSource } from './batch-circular.ts'
import { issueLines } from './issue-lines.ts'
import { mediaTypeOf } from './media-types.ts'

export type BatchOutputKind = z.output<RouteOf<'batches.output'>['params']>['kind']

export const batchOutputWords: Readonly<Record<BatchOutputKind, string>> = {
  list: '问题清单',
  csv: '问题清单（CSV）',
  circular: '通报初稿',
}

interface BatchSource {
  readonly title: string
  readonly year: number
  /** Who signs. */
  readonly from: string
  readonly rows: readonly IssueRow[]
  readonly circular: CircularSource | null
}

/** Throws thing.not-found. */
export async function batchSource(work: Work, id: string, kind: BatchOutputKind): Promise<BatchSource> {
  const { title, year, organisation } = await batchForOutput(work, id)
  const documents = await outputDocuments(work, { batch: id })
  const about = { title, year, from: organisation ?? '' }
  if (kind !== 'circular') return { ...about, rows: await issueLines(work, documents, { batch: id }, true), circular: null }
  const { shared } = await summariseBatch(work, id)
  return { ...about, rows: [], circular: await circularSource(work, id, documents, shared) }
}

export async function batchFile(
  { title, year, from, rows, circular }: BatchSource,
  kind: BatchOutputKind,
  day: string,
): Promise<FileAnswer> {
  const whole = (extension: string, content: Uint8Array): FileAnswer => ({
    kind: 'file',
    name: `${title}_${kind === 'circular' ? '通报初稿' : '问题清单'}.${extension}`,
    mediaType: mediaTypeOf(extension),
    content,
    bytes: content.length,
  })
  if (circular !== null) return whole('docx', await circularOf(circular, year, day, from))
  if (kind === 'csv') return whole('csv', Buffer.from(issueCsv(rows)))
  return whole('xlsx', await issueList(rows, { title: `${title}问题清单`, asOf: day }))
}
