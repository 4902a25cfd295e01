/** Lists page by page: whatever they are sorted and filtered by, each line comes once, also while others come in. */
import type { Permission } from '@jiheng/contract'
import { beforeAll, describe, expect, it } from 'vitest'
import { forEachDatabase } from '../../../../packages/store/test/support/databases.ts'
import { type MadeDocument, type MadeFinding, type Place, putDocuments } from '../support/made-rows.ts'
import { type Person, type RunningServer, serversOn } from '../support/running-server.ts'
import { newBatch } from '../support/workbench.ts'

const all: readonly Permission[] = ['document.read', 'batch.manage']
const documents = 350
/** Of every document as many, and the first ones one more: 1,200 in all. */
const findingsOf = (at: number): number => 3 + (at < 150 ? 1 : 0)

const aDocument = (id: string, at: number, organisation: string | null, receivedAt: Date): MadeDocument => ({
  id,
  organisation: at % 7 === 0 ? organisation : null,
  // Many of one name, some of none, and some long.
  unitPrinted: at % 11 === 0 ? null : at % 13 === 0 ? `${'很长的名称'.repeat(60)}${at % 3}` : `第${at % 20}局`,
  state: (['done', 'failed', 'cancelled'] as const)[at % 3] ?? 'done',
  review: (['waiting', 'returned', 'passed'] as const)[at % 5] ?? 'waiting',
  // Thirty at the same instant, as out of an archive.
  receivedAt: new Date(receivedAt.getTime() + Math.floor(at / 30)),
  findings: Array.from(
    { length: findingsOf(at) },
    (_, number): MadeFinding => ({
      number: number + 1,
      severity: (['error', 'warning', 'info'] as const)[(at + number) % 3] ?? 'error',
      kind: number % 2 === 0 ? 'sum' : 'ratio',
      check: number % 2 === 0 ? 'total-mismatch' : 'rate-mismatch',
      status: (['open', 'dismissed', 'returned'] as const)[(at * 2 + number) % 3] ?? 'open',
      message: at % 10 === 0 ? '甲乙丙，请核对。' : '请核对。',
    }),
  ),
})

forEachDatabase((database) => {
  const start = serversOn(database)
  let one: RunningServer
  let person: Person
  let place: Place
  let unit = ''
  let ids: readonly string[] = []
  const began = new Date(Date.now() - 60_000)
  const put = (made: readonly number[], organisation: string | null, receivedAt: Date) =>
    one.server.container.transact(async (ground) => {
      const rows = made.map((at) => aDocument(ground.newId(), at, organisation, receivedAt))
      await putDocuments(ground, place, rows)
      return rows.map(({ id }) => id)
    })
  beforeAll(async () => {
    one = await start({ childPath: '/no-child', settings: { workers: 0 } })
    person = await one.addPerson('甲', all, null)
    unit = await one.addUnit('测试县水利局', null)
    const { batch } = await newBatch(person.client, one.bureau)
    place = { region: one.region, batch, bureau: one.bureau, person: person.id }
    ids = await put(
      Array.from({ length: documents }, (_, at) => at),
      unit,
      began,
    )
  }, 120_000)

  type Read = (after: string | undefined) => Promise<{ readonly items: readonly string[]; readonly next: string | null }>
  /** All pages, with `between` after the first. */
  const pages = async (read: Read, between: () => Promise<unknown> = async () => {}): Promise<readonly string[]> => {
    const first = await read(undefined)
    await between()
    const items = [...first.items]
    for (let next = first.next; next !== null; ) {
      const page = await read(next)
      items.push(...page.items)
      next = page.next
    }
    return items
  }
  type DocumentQuery = NonNullable<Parameters<typeof person.client.call<'documents.list'>>[1]>['query']
  type FindingQuery = NonNullable<Parameters<typeof person.client.call<'findings.list'>>[1]>['query']
  const readDocuments =
    (query: DocumentQuery, limit: number): Read =>
    async (after) => {
      const { items, next } = await person.client.call('documents.list', { query: { ...query, limit, ...(after && { after }) } })
      return { items: items.map(({ id }) => id), next }
    }
  const readFindings =
    (query: FindingQuery, limit: number): Read =>
    async (after) => {
      const { items, next } = await person.client.call('findings.list', { query: { ...query, limit, ...(after && { after }) } })
      return { items: items.map(({ document, id }) => `${document.id} ${id}`), next }
    }
  const made = (fits: (document: MadeDocument) => boolean) => ids.filter((id, at) => fits(aDocument(id, at, unit, began))).sort()
  const found = (fits: (finding: MadeFinding, document: MadeDocument) => boolean) =>
    ids.flatMap((id, at) => {
      const document = aDocument(id, at, unit, began)
      return document.findings.filter((finding) => fits(finding, document)).map(({ number }) => `${id} f${number}`)
    })

  const sorts = ['received', 'errors', 'unit'] as const
  const has = (severity: MadeFinding['severity']) => (document: MadeDocument) =>
    document.findings.some((finding) => finding.severity === severity)

  describe('a list of documents', () => {
    const filters: readonly [string, () => DocumentQuery, (document: MadeDocument) => boolean][] = [
      ['all', () => ({}), () => true],
      ['of a batch', () => ({ batch: place.batch }), () => true],
      ['of a unit', () => ({ organisation: unit }), ({ organisation }) => organisation !== null],
      ['of a year', () => ({ year: 2023 }), () => false],
      ['by state', () => ({ state: 'done,failed' }), ({ state }) => state !== 'cancelled'],
      ['by stage', () => ({ stage: 'private' }), () => false],
      ['by review', () => ({ review: 'returned,passed' }), ({ review }) => review !== 'waiting'],
      ['by severity', () => ({ severity: 'error' }), has('error')],
      ['by words', () => ({ q: '第1局' }), ({ unitPrinted }) => unitPrinted === '第1局'],
    ]
    it.each(sorts)(
      'sorted by %s: every filter gives each line once',
      async (sort) => {
        for (const [name, query, fits] of filters) {
          const read = await pages(readDocuments({ ...query(), sort }, 40))
          expect([name, [...read].sort()]).toEqual([name, made(fits)])
          // In pages of any length the order is the same.
          expect(read).toEqual(await pages(readDocuments({ ...query(), sort }, 500)))
        }
      },
      120_000,
    )
  })

  describe('a list of findings', () => {
    const filters: readonly [string, () => FindingQuery, (finding: MadeFinding, document: MadeDocument) => boolean][] = [
      ['all', () => ({}), () => true],
      ['of a batch', () => ({ batch: place.batch }), () => true],
      ['of a document', () => ({ document: ids[5] ?? '' }), (_finding, { id }) => id === ids[5]],
      ['of a unit', () => ({ organisation: unit }), (_finding, { organisation }) => organisation !== null],
      ['of a year', () => ({ year: 2023 }), () => false],
      ['by severity', () => ({ severity: 'error,info' }), ({ severity }) => severity !== 'warning'],
      ['by kind', () => ({ kind: 'sum' }), ({ kind }) => kind === 'sum'],
      ['by check', () => ({ check: 'rate-mismatch' }), ({ check }) => check === 'rate-mismatch'],
      ['by status', () => ({ status: 'open,returned' }), ({ status }) => status !== 'dismissed'],
      ['by words', () => ({ q: '甲乙丙' }), ({ message }) => message.includes('甲乙丙')],
    ]
    it('every filter gives each line once, in one order', async () => {
      expect(found(() => true)).toHaveLength(1200)
      for (const [name, query, fits] of filters) {
        const read = await pages(readFindings(query(), 70))
        expect([name, [...read].sort()]).toEqual([name, found(fits).sort()])
        expect(read).toEqual(await pages(readFindings(query(), 500)))
      }
    }, 120_000)
  })

  describe('while others come in', () => {
    it('what was there comes once, and nothing twice', async () => {
      const later = new Date(began.getTime() + 30_000)
      for (const sort of sorts) {
        const before = await pages(readDocuments({ sort }, 500))
        const read = await pages(readDocuments({ sort }, 40), async () => {
          await put([0, 1, 2, 13, 27], unit, later)
          await put([3, 11], null, new Date(began.getTime() - 30_000))
        })
        expect(new Set(read).size).toBe(read.length)
        expect(read.filter((id) => before.includes(id))).toEqual(before)
      }
      const before = await pages(readFindings({}, 500))
      const read = await pages(readFindings({}, 70), () => put([0, 1, 2], unit, later))
      expect(new Set(read).size).toBe(read.length)
      expect(read.filter((id) => before.includes(id))).toEqual(before)
    }, 120_000)
  })
})
