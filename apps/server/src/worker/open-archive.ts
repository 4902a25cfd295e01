/** An archive becomes its members. It is unpacked in a child; here its files are only moved into the vault. */
import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { isFileProblem, sayFileProblem } from '@jiheng/report/summary'
import type { Expanded } from '@jiheng/runner'
import { emptyDigest, failOther, filesInBatch, keepMembers, type NewDocument } from '@jiheng/store'
import type { Container } from '../container.ts'
import { placed } from '../documents/file-name.ts'
import { type Death, deathIn } from './death-in.ts'
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
  const { job, worker } = held
  const room = container.children.folders.make()
  try {
    const failure = await openInto(room, container, held)
    if (failure !== null) await container.transact((ground) => failOther(ground, job, worker, failure.why, failure.isFinal))
  } finally {
    await rm(room, { recursive: true, force: true })
  }
}

/** null: its members are kept, or the job is in other hands. */
async function openInto(room: string, container: Container, { job, worker, stop, tell }: HeldJob): Promise<Death | null> {
  const { sha256, fileName, folder, organisation } = job.input as unknown as Archive
  const { children, vault, settings, transact } = container
  const name = folder === '' ? fileName : `${folder}/${fileName}`
  const expanded = await children.background.expandArchive(vault.path(sha256), name, room, { stop })
  const [first] = expanded.inputs
  const death = first?.kind === 'unread' ? deathIn([first.problem]) : null
  if (death !== null) return death
  const [count, most] = [expanded.inputs.length, settings.maxBatchFiles]
  const tooMany = {
    why: `压缩包里有 ${count} 个文件，加上已有的超过一个批次 ${most} 个的上限。请分成几个批次。`,
    isFinal: true,
  }
  if ((await transact((ground) => filesInBatch(ground, job))) + count > most) return tooMany
  const members = await membersOf(container, expanded, organisation, (done) => {
    stop.throwIfAborted()
    tell(done / Math.max(1, count))
  })
  const ended = await transact(async (ground) => {
    const kept = await keepMembers(ground, job, worker, members, most)
    await holdToVault(
      container,
      members.flatMap((member) => (member.why === null ? [member.kept] : [])),
    )
    return kept
  })
  return ended === 'too-many' ? tooMany : null
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
