/** Batches: set up, filled with files, stopped and resumed, watched. */
import type { Readable } from 'node:stream'
import { type batchRoutes, Refusal } from '@jiheng/contract'
import { archiveKind } from '@jiheng/runner'
import {
  auditBatchAgain,
  batchToFill,
  cancelBatch,
  createBatch,
  getBatch,
  type Kept,
  listBatches,
  receiveArchive,
  receiveFile,
  renameBatch,
  resumeBatch,
  TooLarge,
  type Vault,
} from '@jiheng/store'
import type { Container } from '../container.ts'
import { placed } from '../documents/file-name.ts'
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
      return receive(container, stream as Readable, placed(asked.query.name).fileName)
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
} satisfies Partial<Handlers<keyof typeof batchRoutes>>

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
