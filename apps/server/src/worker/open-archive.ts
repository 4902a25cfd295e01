/** An archive becomes its members. It is unpacked in a child; here its files are only moved into the vault. */
import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { isFileProblem, sayFileProblem } from '@jiheng/report/summary'
import type { Expanded } from '@jiheng/runner'
import { emptyDigest, failOther, filesInBatch, keepMembers, type NewDocument } from '@jiheng/store'
import type { Container } from '../container.ts'
import { placed } from '../documents/file-name.ts'
import type { HeldJob } from './held-job.ts'
import { holdToVault } from './hold-to-vault.ts'

interface Archive {
  readonly sha256: string
  readonly fileName: string
  readonly folder: string
  readonly organisation: string | null
}

/** Rejects with AuditStopped when it is stopped. */
export async function openArchive(container: Container, held: HeldJob): Promise<void> {
  const { job, worker, stop, tell } = held
  const { sha256, fileName, folder, organisation } = job.input as unknown as Archive
  const room = container.children.folders.make()
  try {
    const name = folder === '' ? fileName : `${folder}/${fileName}`
    const expanded = await container.children.background.expandArchive(container.vault.path(sha256), name, room, { stop })
    const { maxBatchFiles } = container.settings
    const there = await container.transact((ground) => filesInBatch(ground, job))
    const count = expanded.inputs.length
    const refuse = () => {
      const why = `压缩包里有 ${count} 个文件，加上已有的超过一个批次 ${maxBatchFiles} 个的上限。请分成几个批次。`
      return container.transact((ground) => failOther(ground, job, worker, why, true))
    }
    if (there + count > maxBatchFiles) {
      await refuse()
      return
    }
    const members = await membersOf(container, expanded, organisation, (done) => {
      stop.throwIfAborted()
      tell(done / Math.max(1, count))
    })
    const ended = await container.transact(async (ground) => {
      const kept = await keepMembers(ground, job, worker, members, maxBatchFiles)
      await holdToVault(
        container,
        members.flatMap(({ kept, why }) => (why === null ? [kept] : [])),
      )
      return kept
    })
    if (ended === 'too-many') await refuse()
  } finally {
    await rm(room, { recursive: true, force: true })
  }
}

const nothing = { sha256: emptyDigest, bytes: 0 }

async function membersOf(
  { vault, settings }: Container,
  { inputs, skipped }: Expanded,
  organisation: string | null,
  told: (done: number) => void,
): Promise<readonly NewDocument[]> {
  const members: NewDocument[] = []
  for (const [done, input] of inputs.entries()) {
    told(done)
    const where = placed(input.name)
    const unread = (why: string): NewDocument => ({ ...where, kept: nothing, organisation, why })
    if (input.kind === 'unread') {
      const { problem } = input
      const said = isFileProblem(problem) ? sayFileProblem({ ...problem, at: [] }).replace(/^：/, '') : problem.code
      members.push(unread(said))
    } else if (input.kind === 'file' && input.bytes === 0) {
      members.push(unread('文件是空的（0 字节），没有可校核的内容。'))
    } else if (input.kind === 'file' && input.bytes > settings.maxFileBytes) {
      members.push(unread(`文件超过 ${settings.maxFileBytes / 1024 / 1024} MB 的上限。请拆分后再报。`))
    } else if (input.kind === 'file') {
      const kept = await vault.receive(createReadStream(input.path), settings.maxFileBytes)
      members.push({ ...where, kept, organisation, why: null })
    }
  }
  // What lies beside reports without being one is told, or somebody would miss it.
  for (const { path, reason } of skipped) {
    if (reason !== 'unsupported' && reason !== 'not-text') continue
    members.push({ ...placed(path), kept: nothing, organisation, why: '不是可以校核的文件格式，没有校核。' })
  }
  return members
}
