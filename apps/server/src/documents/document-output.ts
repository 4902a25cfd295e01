/** What can be made of one document, by the names of the contract. */
import { permissions, Refusal, type RouteOf } from '@jiheng/contract'
import type { ProductKind } from '@jiheng/runner'
import {
  dayIn,
  getDocument,
  judgementsOf,
  keptDocument,
  letterWordsOf,
  noWords,
  type OutputDocument,
  outputDocuments,
  type Work,
} from '@jiheng/store'
import type * as z from 'zod'
import type { Container } from '../container.ts'
import type { FileAnswer } from '../http/answers.ts'
import { issueLines } from './issue-lines.ts'
import { readOfMany } from './make-of-many.ts'
import { makeOutput, makeResult, type OutputSource } from './make-output.ts'
import { mediaTypeOf } from './media-types.ts'

export type OutputKind = z.output<RouteOf<'documents.output'>['params']>['kind']

export const outputWords: Readonly<Record<OutputKind, string>> = {
  copy: '批注副本',
  word: '批注副本',
  letter: '退回意见',
  list: '问题清单',
  page: '校核结果',
  result: '校核结果数据',
}

const products: Readonly<Record<Exclude<OutputKind, 'list' | 'result'>, ProductKind>> = {
  copy: 'copy',
  word: 'word-copy',
  letter: 'letter',
  page: 'page',
}

export interface DocumentSource extends OutputSource {
  readonly list: Awaited<ReturnType<typeof issueLines>>
}

/** Throws thing.not-found, document.not-audited, permission.missing. */
export async function outputSource(work: Work, id: string, kind: OutputKind): Promise<DocumentSource> {
  const kept = await keptDocument(work, id)
  if (kept.audit === null) throw new Refusal('document.not-audited')
  const { may } = await getDocument(work, id)
  if (kind === 'letter' && !may.includes('make-outputs')) {
    throw new Refusal('permission.missing', { details: { permission: permissions['output.make'] } })
  }
  const own = (await judgementsOf(work, { document: id })).get(id) ?? new Map()
  const letter = (await letterWordsOf(work, { document: id })).get(id) ?? noWords
  return { ...kept, audit: kept.audit, judgements: own, letter, list: kind === 'list' ? await linesOf(work, id) : [] }
}

async function linesOf(work: Work, id: string): Promise<DocumentSource['list']> {
  const documents: readonly OutputDocument[] = await outputDocuments(work, { document: id })
  return issueLines(work, documents, { document: id }, false)
}

/** Throws file.gone, output.not-made. */
export async function outputOf(container: Container, source: DocumentSource, kind: OutputKind): Promise<FileAnswer> {
  const { extension, content } = await made(container, source, kind)
  const stem = source.fileName.replace(/\.[^.]+$/, '')
  return {
    kind: 'file',
    name: `${stem}_${outputWords[kind]}.${extension}`,
    mediaType: mediaTypeOf(extension),
    content,
    bytes: content.length,
  }
}

async function made(container: Container, source: DocumentSource, kind: OutputKind) {
  if (kind === 'result') return makeResult(container, source)
  if (kind === 'list') {
    const document = { kind: 'list', title: null, asOf: dayIn(container.clock()) } as const
    return { extension: 'xlsx', content: await readOfMany(container, container.children.atOnce, document, source.list, container.stopping) }
  }
  return makeOutput(container, container.children.atOnce, source, products[kind], container.stopping)
}
