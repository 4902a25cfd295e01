/** Batches: set up, filled with files, stopped and resumed, watched. */
import type { Readable } from 'node:stream'
import { type batchRoutes, Refusal } from '@jiheng/contract'
import { archiveKind } from '@jiheng/runner'
import {
  auditBatchAgain,
  batchToFill,
  byViewer,
  cancelBatch,
  createBatch,
  getBatch,
  type Kept,
  keepFile,
  listBatches,
  orderPack,
  receiveArchive,
  receiveFile,
  record,
  renameBatch,
  resumeBatch,
  summariseBatch,
  TooLarge,
  type Vault,
} from '@jiheng/store'
import type { Container } from '../container.ts'
import { batchEvents } from '../documents/batch-events.ts'
import { batchFile, batchOutputWords, batchSource } from '../documents/batch-output.ts'
import { placed } from '../documents/file-name.ts'
import type { EventsAnswer, FileAnswer } from '../http/answers.ts'
import { endpoint, type Handlers } from '../http/endpoint.ts'

interface Received {
  readonly kept: Kept
  readonly isArchive: boolean
}

const wake = (_answer: unknown, { wakeWorkers }: Container) => wakeWorkers()

export const batchHandlers = {
  'batches.list': endpoint('batches.list', { run: ({ work, query }) => listBatches(work, query) }),
  'batches.create': endpoint('batches.create', {
    run: ({ work, body, container }) => {
      const { scheme } = body
      if (scheme !== null && scheme !== 'auto' && !container.schemes.schemes.has(scheme)) {
        throw new Refusal('request.invalid', { at: ['body', 'scheme'], details: { where: '评分细则', why: '没有这一个' } })
      }
      return createBatch(work, body)
    },
  }),
  'batches.get': endpoint('batches.get', { run: ({ work, params }) => getBatch(work, params.batch) }),
  'batches.change': endpoint('batches.change', {
    run: ({ work, params, body }) => renameBatch(work, params.batch, body.title, body.version),
  }),
  'batches.receive': endpoint<'batches.receive', Received>('batches.receive', {
    prepare: async ({ asked, container, stream, transact }) => {
      // Nobody's bytes are taken for a batch that they cannot go into.
      await transact(async (_ground, work) => {
        if (work !== null) await batchToFill(work, asked.params.batch, container.settings.maxBatchFiles)
      })
      const received = await receive(container, stream as Readable, placed(asked.query.name).fileName)
      // Named before it is used: what is refused after all is cleared away.
      await transact(async (ground, work) => work && keepFile(ground, work.viewer.regionId, received.kept))
      return received
    },
    run: async ({ work, params, query, container }, { kept, isArchive }) => {
      const batch = await batchToFill(work, params.batch, container.settings.maxBatchFiles)
      const file = { ...placed(query.name), kept }
      const unit = query.organisation ?? null
      const received = await (isArchive ? receiveArchive : receiveFile)(work, batch, file, unit)
      // Cleared away as unused between its last byte and now.
      if (!(await container.vault.has(kept.sha256))) throw new Refusal('file.gone')
      return { ...received, sha256: kept.sha256 }
    },
    after: wake,
  }),
  'batches.cancel': endpoint('batches.cancel', { run: ({ work, params }) => cancelBatch(work, params.batch) }),
  'batches.resume': endpoint('batches.resume', { run: ({ work, params }) => resumeBatch(work, params.batch), after: wake }),
  'batches.audit-again': endpoint('batches.audit-again', { run: ({ work, params }) => auditBatchAgain(work, params.batch), after: wake }),
  'batches.events': endpoint('batches.events', {
    run: async ({ work, params, container }) => {
      // Whether it may be seen is said before the stream begins.
      await getBatch(work, params.batch)
      const events: EventsAnswer['events'] = (gone, look) => batchEvents(container, look, params.batch, gone)
      return { kind: 'events', account: work.viewer.accountId, events }
    },
  }),
  'batches.summary': endpoint('batches.summary', { run: ({ work, params }) => summariseBatch(work, params.batch) }),
  'batches.output': endpoint<'batches.output', FileAnswer>('batches.output', {
    prepare: async ({ asked: { params }, container, transact }) => {
      const source = await transact(async (_ground, work) => work && batchSource(work, params.batch, params.kind))
      if (source === null) throw new Refusal('thing.not-found')
      return batchFile(container, source)
    },
    run: async ({ work, params: { batch, kind } }, file) => {
      const { title } = await getBatch(work, batch)
      const details = { title, kind: batchOutputWords[kind] }
      await record(work, 'batch.output-made', { ...byViewer(work.viewer), subject: { kind: 'batch', id: batch }, details })
      return file
    },
  }),
  'batches.pack': endpoint('batches.pack', {
    run: async ({ work, params }) => ({ job: await orderPack(work, params.batch) }),
    after: wake,
  }),
} satisfies Handlers<keyof typeof batchRoutes>

/** The bytes as they come, on disk before anything is registered. Whether it is an archive its bytes say, not its name. */
async function receive({ vault, settings }: Container, stream: Readable, name: string): Promise<Received> {
  const kept = await received(vault, stream, settings.maxFileBytes, name)
  if (kept.bytes === 0) throw new Refusal('file.empty', { details: { file: name } })
  return { kept, isArchive: archiveKind(vault.path(kept.sha256), kept.bytes) !== null }
}

async function received(vault: Vault, stream: Readable, most: number, file: string): Promise<Kept> {
  try {
    return await vault.receive(stream, most)
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error
    throw new Refusal('file.too-large', { details: { file, limit: `${Math.floor(most / 1024 / 1024)} MB` } })
  }
}
