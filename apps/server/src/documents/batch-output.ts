/** What can be made of a batch, by the names of the contract. */
import type { RouteOf } from '@jiheng/contract'
import type { BatchDocument } from '@jiheng/runner'
import { batchForOutput, dayIn, outputDocuments, summariseBatch, type Work } from '@jiheng/store'
import type * as z from 'zod'
import type { Container } from '../container.ts'
import type { FileAnswer } from '../http/answers.ts'
import { circularSource } from './batch-circular.ts'
import { issueLines } from './issue-lines.ts'
import { makeOfMany } from './make-of-many.ts'
import { mediaTypeOf } from './media-types.ts'

export type BatchOutputKind = z.output<RouteOf<'batches.output'>['params']>['kind']

export const batchOutputWords: Readonly<Record<BatchOutputKind, string>> = {
  list: '问题清单',
  csv: '问题清单（CSV）',
  circular: '通报初稿',
}

const extensions: Readonly<Record<BatchOutputKind, string>> = { list: 'xlsx', csv: 'csv', circular: 'docx' }

export interface BatchSource {
  readonly title: string
  readonly document: BatchDocument
  readonly lines: readonly unknown[]
}

/** Throws thing.not-found. */
export async function batchSource(work: Work, id: string, kind: BatchOutputKind): Promise<BatchSource> {
  const { title, year, organisation } = await batchForOutput(work, id)
  const documents = await outputDocuments(work, { batch: id })
  const asOf = dayIn(work.now)
  if (kind === 'circular') {
    const { shared } = await summariseBatch(work, id)
    const { counted, crossFile } = await circularSource(work, id, documents, shared)
    return { title, document: { kind, year, asOf, from: organisation ?? '', crossFile }, lines: counted }
  }
  const lines = await issueLines(work, documents, { batch: id }, true)
  return { title, document: kind === 'csv' ? { kind } : { kind, title: `${title}问题清单`, asOf }, lines }
}

/** Throws output.not-made. */
export async function batchFile(container: Container, { title, document, lines }: BatchSource): Promise<FileAnswer> {
  const { children, stopping } = container
  const { bytes, content } = await makeOfMany(container, children.atOnce, document, lines, stopping)
  const extension = extensions[document.kind]
  const name = `${title}_${document.kind === 'circular' ? '通报初稿' : '问题清单'}.${extension}`
  return { kind: 'file', name, mediaType: mediaTypeOf(extension), content, bytes }
}
