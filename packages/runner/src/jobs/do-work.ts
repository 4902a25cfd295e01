/** One job of a child to its answer. */
import { readDataInput } from '../data/read-data-file.ts'
import { expandArchive } from '../inputs/expand-archive.ts'
import { auditDocument, auditInput, makeOf, type Rooms } from './audit-input.ts'
import type { Answer, Job } from './protocol.ts'

/** A bug of ours costs this job and is said; it must not leave the parent waiting. */
export async function doWork(job: Job, rooms: Promise<Rooms>): Promise<Answer> {
  try {
    return await answerTo(job, await rooms)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { kind: 'lost', reason: 'bug', message: message.slice(0, 300) }
  }
}

async function answerTo({ index, work }: Job, rooms: Rooms): Promise<Answer> {
  switch (work.kind) {
    case 'audit':
      return { kind: 'audited', outcome: await auditInput(index, work.input, work.task, rooms) }
    case 'audit-document':
      return { kind: 'audited', outcome: auditDocument(work.document, work.task, rooms.engine) }
    case 'make':
      return { kind: 'made', products: await makeOf(index, work.audited, work.task, rooms) }
    case 'make-of-batch': {
      const { makeOfBatch } = await import('../products/make-of-batch.ts')
      await makeOfBatch(work.order, await rooms.loadOutputs())
      return { kind: 'made-of-batch' }
    }
    case 'read-data':
      return { kind: 'data-read', data: await readDataInput(work.input) }
    case 'expand':
      return { kind: 'expanded', expanded: await expandArchive(work.path, work.name, work.folder) }
  }
}
