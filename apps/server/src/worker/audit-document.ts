/** One file from its bytes to its findings: read and audited in a child, kept here. */
import type { AuditResult } from '@jiheng/audit'
import type { SourceDocument } from '@jiheng/ingest'
import type { Outcome, Task } from '@jiheng/runner'
import { type AuditPlan, auditPlan, dayIn, emptyDigest, FileGone, keepAudit, keepFailure, keepUnread, refuseSecret } from '@jiheng/store'
import type { Container } from '../container.ts'
import { keepJson, readJson } from '../documents/kept-json.ts'
import { secretMarkOf } from '../documents/secret-mark.ts'
import { readingNotes, summaryOf } from './audit-summary.ts'
import { deathIn } from './death-in.ts'
import type { HeldJob } from './held-job.ts'
import { holdToVault } from './hold-to-vault.ts'
import { rulesFor } from './rules-for.ts'

/** Rejects with AuditStopped when it is stopped. */
export async function auditDocument(container: Container, held: HeldJob): Promise<void> {
  const { job, worker } = held
  const plan = await container.transact((ground) => auditPlan(ground, job))
  // The document was removed, and its job with it.
  if (plan === null) return
  const began = performance.now()
  const outcome = await audited(container, plan, held)
  const { result, document } = outcome
  const death = result.reports.length > 0 ? null : deathIn(result.problems)
  if (death !== null) {
    await container.transact((ground) => keepFailure(ground, job, worker, death.why, death.isFinal))
    return
  }
  if (document === null) throw new Error('the document was not handed back')
  const mark = secretMarkOf({ ...document, file: { ...document.file, name: plan.fileName } })
  if (mark !== null) return refuse(container, held, plan, mark)
  if (holdsNothing(result)) {
    const notes = [...readingNotes(result), ...(result.reports.length === 0 ? [] : [nothingToAudit])]
    await container.transact((ground) => keepUnread(ground, job, worker, notes, document.file.format))
    return
  }
  const [source, kept] = [await keepJson(container.vault, document), await keepJson(container.vault, result)]
  const summary = summaryOf(document, result)
  const seconds = (performance.now() - began) / 1000
  await container.transact(async (ground) => {
    await keepAudit(ground, job, worker, { ...summary, source, result: kept, seconds })
    await holdToVault(container, [source, kept])
  })
}

const nothingToAudit = '没有读出可以核对的数字和表述，不等于没有问题。请检查是不是选错了文件。'

/** No report, or not one figure and nothing found: nobody shall take it for a report without faults. */
const holdsNothing = ({ reports }: AuditResult): boolean =>
  reports.every(({ coverage, findings }) => coverage.numbers === 0 && findings.length === 0)

async function audited(container: Container, plan: AuditPlan, { stop }: HeldJob): Promise<Outcome> {
  const { children, vault, schemes, clock } = container
  const task: Task = {
    context: { asOf: dayIn(clock()), year: null, purpose: null },
    rules: rulesFor(schemes, plan.scheme, plan.year),
    order: null,
    keepsDocument: true,
  }
  const source = await keptSource(container, plan)
  if (source !== null) return children.background.auditDocument(source, task, { stop })
  return children.background.run({ kind: 'file', name: plan.fileName, path: vault.path(plan.sha256), bytes: plan.bytes }, task, { stop })
}

async function keptSource({ vault }: Container, { source }: AuditPlan): Promise<SourceDocument | null> {
  if (source === null) return null
  try {
    return await readJson<SourceDocument>(vault, source)
  } catch (error) {
    if (error instanceof FileGone) return null
    throw error
  }
}

/** Nothing of it stays, neither bytes nor name. */
async function refuse(container: Container, { job, worker }: HeldJob, { sha256 }: AuditPlan, mark: string): Promise<void> {
  const why = `文件标有密级“${mark}”，不能进入本系统，已删除。请按保密规定线下报送。`
  const ended = await container.transact((ground) => refuseSecret(ground, job, worker, why))
  if (ended === 'kept' && sha256 !== emptyDigest) await container.vault.remove(sha256)
}
