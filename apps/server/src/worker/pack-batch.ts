/** Everything about a batch in one archive: commented copies and letters by unit, the list, the draft of a notice. */
import { Readable } from 'node:stream'
import { type Permission, Refusal } from '@jiheng/contract'
import {
  failOther,
  type Ground,
  type Judgement,
  judgementsOf,
  keepPack,
  type LetterWords,
  letterWordsOf,
  noWords,
  type OutputDocument,
  outputDocuments,
  viewerOfAccount,
  type Work,
} from '@jiheng/store'
import type { Container } from '../container.ts'
import { type BatchSource, batchSource } from '../documents/batch-output.ts'
import { placed } from '../documents/file-name.ts'
import { readOfMany } from '../documents/make-of-many.ts'
import { makeOutput } from '../documents/make-output.ts'
import { type ZipEntry, ZipTooLarge, zipStream } from '../documents/zip-stream.ts'
import type { HeldJob } from './held-job.ts'
import { holdToVault } from './hold-to-vault.ts'

const mostBytes = 4 * 1024 ** 3

/** Rejects with AuditStopped when it is stopped. What cannot be made of a file is left out; the list names every file. */
export async function packBatch(container: Container, held: HeldJob): Promise<void> {
  const { job, worker } = held
  const plan = await container.transact((ground) => planOf(ground, held))
  if (plan === null) {
    await container.transact((ground) => failOther(ground, job, worker, '账号已停用或没有权限，没有打包。', true))
    return
  }
  try {
    const kept = await container.vault.receive(Readable.from(zipStream(entries(container, held, plan)), { objectMode: false }), mostBytes)
    await container.transact(async (ground) => {
      await keepPack(ground, job, worker, { ...kept, name: `${plan.title}_校核结果.zip` })
      await holdToVault(container, [kept])
    })
  } catch (error) {
    const [why, isFinal] =
      error instanceof ZipTooLarge
        ? (['结果超过 4 GB，装不进一个压缩包。请分批次打包。', true] as const)
        : error instanceof Refusal
          ? ([`清单或通报没有做出来：${String(error.details.why ?? error.code)}。`, false] as const)
          : [null, false]
    if (why === null) throw error
    await container.transact((ground) => failOther(ground, job, worker, why, isFinal))
  }
}

interface Plan {
  readonly title: string
  readonly documents: readonly OutputDocument[]
  readonly judgements: ReadonlyMap<string, ReadonlyMap<string, Judgement>>
  readonly letters: ReadonlyMap<string, LetterWords>
  readonly list: BatchSource
  readonly circular: BatchSource
}

async function planOf(ground: Ground, { job }: HeldJob): Promise<Plan | null> {
  const { permissions } = job.input as { readonly permissions: readonly Permission[] | null }
  const viewer = job.created_by === null ? null : await viewerOfAccount(ground, job.region_id, job.created_by, permissions)
  if (viewer === null || job.batch_id === null) return null
  const work: Work = { ...ground, viewer }
  try {
    const batch = job.batch_id
    const list = await batchSource(work, batch, 'list')
    return {
      title: list.title,
      documents: await outputDocuments(work, { batch }),
      judgements: await judgementsOf(work, { batch }),
      letters: await letterWordsOf(work, { batch }),
      list,
      circular: await batchSource(work, batch, 'circular'),
    }
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

async function* entries(container: Container, { stop, tell }: HeldJob, plan: Plan): AsyncGenerator<ZipEntry> {
  const nameFor = uniqueNames()
  const ofMany = ({ document, lines }: BatchSource) => readOfMany(container, container.children.background, document, lines, stop)
  yield { name: nameFor('问题清单.xlsx'), content: await ofMany(plan.list) }
  yield { name: nameFor('通报初稿.docx'), content: await ofMany(plan.circular) }
  for (const [at, document] of plan.documents.entries()) {
    stop.throwIfAborted()
    tell(at / plan.documents.length)
    const { audit, id, unit, fileName } = document
    if (audit === null) continue
    const folder = placed(unit ?? fileName).fileName
    const source = { ...document, audit, judgements: plan.judgements.get(id) ?? new Map(), letter: plan.letters.get(id) ?? noWords }
    const stem = fileName.replace(/\.[^.]+$/, '')
    for (const [kind, suffix] of [
      ['copy', '批注'],
      ['letter', '退回意见'],
    ] as const) {
      try {
        const { extension, content } = await makeOutput(container, container.children.background, source, kind, stop)
        yield { name: nameFor(`${folder}/${stem}_${suffix}.${extension}`), content }
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
      }
    }
  }
}

/** Two files of one name in one folder must not become one. */
function uniqueNames(): (name: string) => string {
  const taken = new Set<string>()
  return (name) => {
    const [, stem = name, end = ''] = /^(.*?)(\.[^./]+)?$/.exec(name) ?? []
    let free = name
    for (let count = 2; taken.has(free.toLowerCase()); count++) free = `${stem}（${count}）${end}`
    taken.add(free.toLowerCase())
    return free
  }
}
