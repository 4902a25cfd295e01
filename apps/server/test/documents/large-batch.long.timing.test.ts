/** What is made of a large batch: the same as before, and while it is made everybody else is answered. */
import { readdirSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Permission } from '@jiheng/contract'
import { BatchCounter, circularDraft, issueCsv, issueList } from '@jiheng/report'
import { dayIn, outputDocuments, viewerOfAccount } from '@jiheng/store'
import { beforeAll, describe, expect, it } from 'vitest'
import { bundled } from '../../../../packages/runner/test/fakes/bundle.ts'
import { forEachDatabase } from '../../../../packages/store/test/support/databases.ts'
import { circularSource } from '../../src/documents/batch-circular.ts'
import { issueLines } from '../../src/documents/issue-lines.ts'
import { putDocuments } from '../support/made-rows.ts'
import { type Person, type RunningServer, serversOn } from '../support/running-server.ts'
import { newBatch } from '../support/workbench.ts'

const child = bundled('real', 'child.mjs')
const all: readonly Permission[] = ['document.read', 'batch.manage', 'output.make']
const [documents, findingsEach] = [250, 20]

forEachDatabase((database) => {
  const start = serversOn(database)
  let one: RunningServer
  let person: Person
  let batch = ''
  beforeAll(async () => {
    one = await start({ childPath: child() })
    person = await one.addPerson('甲', all, null)
    const bench = await newBatch(person.client, one.bureau)
    batch = bench.batch
    const place = { region: one.region, batch, bureau: one.bureau, person: person.id }
    await one.server.container.transact((ground) =>
      putDocuments(
        ground,
        place,
        Array.from({ length: documents }, (_, at) => ({
          ...({ id: ground.newId(), unitPrinted: `第${at % 90}局`, organisation: null, state: 'done', review: 'waiting' } as const),
          receivedAt: ground.now,
          findings: Array.from({ length: findingsEach }, (_, number) => ({
            ...({ number: number + 1, severity: number % 3 === 0 ? 'error' : 'warning', kind: 'sum', check: 'total-mismatch' } as const),
            status: number % 5 === 0 ? ('dismissed' as const) : ('open' as const),
            message: number === 0 ? '=1+1\u2028换行\n"引号"，请核对。' : '合计1250.00万元，分项之和1260.00万元，请核对。',
          })),
        })),
      ),
    )
  }, 120_000)

  /** As this process would make it, and how long it would stand still. */
  const here = async (kind: 'list' | 'csv' | 'circular') => {
    const { container } = one.server
    const source = await container.transact(async (ground) => {
      const viewer = await viewerOfAccount(ground, one.region, person.id, null)
      if (viewer === null) throw new Error('nobody')
      const work = { ...ground, viewer }
      const own = await outputDocuments(work, { batch })
      return { rows: await issueLines(work, own, { batch }, true), circular: await circularSource(work, batch, own, []) }
    })
    const asOf = dayIn(container.clock())
    const began = performance.now()
    const make = async () => {
      if (kind === 'csv') return Buffer.from(issueCsv(source.rows))
      if (kind === 'list') return Buffer.from(await issueList(source.rows, { title: '一批问题清单', asOf }))
      const counter = new BatchCounter()
      for (const counted of source.circular.counted) counter.take(counted)
      return Buffer.from(await circularDraft(counter.finish([]), { year: 2024, asOf, from: '测试县财政局' }))
    }
    return { bytes: await make(), ms: performance.now() - began }
  }

  describe('what is made of a large batch', () => {
    it.each(['list', 'csv', 'circular'] as const)(
      '%s: the same bytes as ever, and nobody waits for them',
      async (kind) => {
        // The child is warm, and so is the database, as in a server that runs.
        await (await person.client.open('batches.output', { params: { batch, kind } })).arrayBuffer()
        const delay = monitorEventLoopDelay({ resolution: 5 })
        delay.enable()
        const response = await person.client.open('batches.output', { params: { batch, kind } })
        const bytes = Buffer.from(await response.arrayBuffer())
        delay.disable()
        const gap = delay.max / 1e6
        const expected = await here(kind)
        expect(Number(response.headers.get('content-length'))).toBe(bytes.length)
        expect(bytes.equals(expected.bytes)).toBe(true)
        // Read to its end, it is gone.
        await expect
          .poll(() => readdirSync(one.folder, { recursive: true }).filter((name) => /[/\\](?:lines|document)$/.test(String(name))))
          .toEqual([])
        // A table of words is made in less time than it takes to ask for it.
        if (kind !== 'csv') expect(gap).toBeLessThan(expected.ms / 2)
      },
      120_000,
    )
  })
})
