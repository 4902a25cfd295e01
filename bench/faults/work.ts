/** People at work while things break: files are sent, findings decided, comments written. What was acknowledged is remembered. */
import { createHash, randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { type Batch, type Client, NoAnswer, ProblemError } from '@jiheng/contract'
import { madeReport, type Office } from '../platform/office.ts'

export interface Acknowledged {
  readonly uploads: { readonly document: string; readonly sha256: string }[]
  /** By the reason that was written, which no other decision has. */
  readonly decisions: { readonly document: string; readonly finding: string; readonly reason: string }[]
  readonly comments: { readonly document: string; readonly text: string }[]
  /** Refused in order: somebody else was first, or it is not the time. */
  refused: number
  /** Asked again after an answer did not come, with the same key. */
  askedAgain: number
  /** Answers that a server must not give. */
  readonly wrong: string[]
}

export interface AtWork {
  readonly acknowledged: Acknowledged
  /** No new work is begun; resolves when what was begun has its answer. */
  readonly stop: () => Promise<void>
  /** Every batch has come to its end. */
  readonly isSettled: () => Promise<boolean>
  /** What was given up after too many interruptions is tried once more, as a person would: how many files that were. */
  readonly resume: () => Promise<number>
}

/** How many files lie in one batch. */
const filesEach = 8
/** So that audits keep up with what is sent. */
const [betweenUploadsMs, betweenDecisionsMs] = [350, 120]

export function startWork({ bureau, units }: Office, clients: readonly Client[]): AtWork {
  const acknowledged: Acknowledged = { uploads: [], decisions: [], comments: [], refused: 0, askedAgain: 0, wrong: [] }
  let isOver = false
  const sender = async (client: Client) => {
    while (!isOver) {
      const body = { title: `批次${randomUUID()}`, purpose: 'review', organisation: bureau, year: 2024, scheme: null } as const
      const batch = await untilAnswered(acknowledged, (key) => client.call('batches.create', { body, key }))
      for (let at = 0; batch !== null && at < filesEach && !isOver; at++) {
        const mark = randomUUID()
        const unit = units[at % units.length]?.name ?? ''
        const bytes = madeReport(unit, mark)
        const sent = { params: { batch: batch.id }, query: { name: `${unit}_${mark}.txt` }, body: bytes }
        const received = await untilAnswered(acknowledged, (key) => client.call('batches.receive', { ...sent, key }))
        const sha256 = createHash('sha256').update(bytes).digest('hex')
        if (received?.document != null) acknowledged.uploads.push({ document: received.document, sha256 })
        await wait(betweenUploadsMs)
      }
    }
  }
  const decider = async (client: Client) => {
    while (!isOver) {
      await wait(betweenDecisionsMs)
      const { document } = anyOf(acknowledged.uploads) ?? {}
      if (document === undefined) continue
      const found = await untilAnswered(acknowledged, () => client.call('documents.findings', { params: { document } }))
      const finding = anyOf(found?.items ?? [])
      if (finding === undefined) continue
      const reason = `理由${randomUUID()}`
      const body = {
        status: finding.status === 'dismissed' ? ('returned' as const) : ('dismissed' as const),
        reason,
        version: finding.version,
      }
      const params = { document, finding: finding.id }
      const decided = await untilAnswered(acknowledged, (key) => client.call('findings.decide', { params, body, key }))
      if (decided !== null) acknowledged.decisions.push({ document, finding: finding.id, reason })
      const text = `意见${randomUUID()}`
      const note = { finding: null, audience: 'all', text } as const
      const written = await untilAnswered(acknowledged, (key) => client.call('comments.write', { params: { document }, body: note, key }))
      if (written !== null) acknowledged.comments.push({ document, text })
    }
  }
  const loops = clients.map((client, at) => (at % 2 === 0 ? sender(client) : decider(client)))
  const [first] = clients
  return {
    acknowledged,
    stop: async () => {
      isOver = true
      await Promise.all(loops)
    },
    isSettled: async () => (await allBatches(first as Client)).every(({ state }) => state !== 'running'),
    resume: async () => {
      const given = (await allBatches(first as Client)).filter(({ files }) => (files.failed ?? 0) > 0)
      for (const { id } of given) await (first as Client).call('batches.resume', { params: { batch: id } })
      return given.reduce((sum, { files }) => sum + (files.failed ?? 0), 0)
    },
  }
}

async function allBatches(client: Client): Promise<readonly Batch[]> {
  const all: Batch[] = []
  let after: string | null = null
  do {
    const page: { readonly items: Batch[]; readonly next: string | null } = await client.call('batches.list', {
      query: { limit: 500, ...(after === null ? {} : { after }) },
    })
    all.push(...page.items)
    after = page.next
  } while (after !== null)
  return all
}

const anyOf = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(Math.random() * items.length)]

const patienceMs = 120_000
/** Told that it could not be done now: it is asked again. */
const later: ReadonlySet<string> = new Set(['server.stopping', 'server.busy', 'request.too-slow'])

/** null: refused. No answer is no refusal: the same is asked again with the same key. */
async function untilAnswered<Answer>(acknowledged: Acknowledged, ask: (key: string) => Promise<Answer>): Promise<Answer | null> {
  const key = randomUUID()
  const began = Date.now()
  for (;;) {
    try {
      return await ask(key)
    } catch (error) {
      const isLater = error instanceof NoAnswer || (error instanceof ProblemError && later.has(error.problem.code)) || isCutOff(error)
      if (!isLater) {
        if (!(error instanceof ProblemError)) throw error
        if (error.problem.status >= 500) acknowledged.wrong.push(`${error.problem.code} ${error.problem.message}`)
        acknowledged.refused++
        return null
      }
      if (Date.now() - began > patienceMs) {
        acknowledged.wrong.push(`no answer for ${patienceMs / 1000} s: ${String(error)}`)
        return null
      }
      acknowledged.askedAgain++
      await wait(150)
    }
  }
}

/** The server died while it answered. */
const isCutOff = (error: unknown): boolean => error instanceof TypeError || error instanceof SyntaxError
