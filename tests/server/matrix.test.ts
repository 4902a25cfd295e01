/**
 * Who sees what: every route × who asks × whose the thing is × how far it has come, held against tables written by hand. On
 * both databases; each request is rolled back, so all of them find the same world.
 */
import { randomUUID } from 'node:crypto'
import { type RouteId, routeIds } from '@jiheng/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundled } from '../../packages/runner/test/fakes/bundle.ts'
import { forEachDatabase } from '../../packages/store/test/support/databases.ts'
import { placedRequests } from './matrix/every-request.ts'
import { headersFor } from './matrix/headers.ts'
import { listedThings } from './matrix/listed.ts'
import {
  type BatchRequest,
  batchRules,
  type DocumentRequest,
  documentRules,
  fillsBatch,
  type Outcome,
  ofBatch,
  ofDocument,
  reaches,
  readsBatch,
  readsDocument,
  through,
} from './matrix/oracle.ts'
import { listRequests, ofList, ofOwn, ofPlace, ofWholeRegion, ownRequests, regionRequests } from './matrix/people-oracle.ts'
import {
  batchRequest,
  documentRequest,
  inject,
  listRequest,
  ownRequest,
  placedRequest,
  regionRequest,
  type Sent,
} from './matrix/requests.ts'
import { type Asker, askingOn } from './matrix/who.ts'
import { batchWordOf, buildWorld, purposes, relations, reviewersWord, stages, type World, wordOf } from './matrix/world.ts'
import { openRolledBackApp, type RolledBackApp } from './support/rolled-back-app.ts'

/** Answered to everybody alike: nothing in them depends on who asks, and what they do has tests of its own. */
const open: readonly RouteId[] = [
  'setup.state',
  'setup.do',
  'session.sign-in',
  'link.look',
  'link.use',
  'sign-on.start',
  'sign-on.return',
  'system.health',
  'system.ready',
  'system.description',
]

interface Answer {
  readonly outcome: Outcome | string
  readonly text: string
}

const child = bundled('real', 'child.mjs')

it('the matrix has every route there is', () => {
  const decided = Object.keys(documentRules).map((request) =>
    request.startsWith('decide ') ? 'findings.decide' : request === 'output letter' ? 'documents.output' : request,
  )
  const batches = Object.keys(batchRules)
  const jobs = ['jobs.get', 'jobs.cancel', 'jobs.file']
  const all = [
    ...decided,
    ...batches,
    'batches.create',
    ...jobs,
    ...placedRequests,
    ...regionRequests,
    ...listRequests,
    ...ownRequests,
    'accounts.create',
    ...open,
  ]
  expect([...new Set(all)].sort()).toEqual([...routeIds].sort())
})

forEachDatabase(({ open: openDatabase, name }) => {
  const asking = askingOn(name)
  let server: RolledBackApp
  let world: World
  let cells = 0

  beforeAll(async () => {
    server = await openRolledBackApp(await openDatabase(), child(), new Date('2026-03-02T02:00:00Z'))
    world = await server.keep((ground) => buildWorld(ground, server.container.vault))
  }, 120_000)
  afterAll(async () => {
    console.log(`matrix on the ${name} database: ${cells} cells`)
    await server?.close()
  })

  const ask = async (who: Asker, sent: Sent): Promise<Answer> => {
    cells++
    const isEvents = sent.route === 'batches.events'
    const answering = server.app.inject({
      ...inject(sent, headersFor(world, who)),
      ...(isEvents ? { payloadAsStream: true } : {}),
    } as never)
    if (!isEvents) {
      const { statusCode, body } = (await answering) as unknown as { statusCode: number; body: string }
      return { outcome: outcomeOf(statusCode, body), text: body }
    }
    const response = (await answering) as unknown as { statusCode: number; stream: () => AsyncIterable<Buffer> }
    const chunks: Buffer[] = []
    for await (const chunk of response.stream()) {
      chunks.push(chunk)
      if (response.statusCode === 200) server.hush()
    }
    const text = Buffer.concat(chunks).toString()
    return { outcome: outcomeOf(response.statusCode, text), text }
  }

  /** What the person may not see must not turn up in any answer, in no corner of it. */
  const leaksIn = (who: Asker, text: string): readonly string[] => {
    const leaks: string[] = []
    for (const relation of relations) {
      for (const stage of stages) {
        const isSeen = who.by !== 'nobody' && readsDocument(who, relation, stage)
        const word = wordOf(relation, stage)
        if (!isSeen && (text.includes(word) || text.includes(world.places[relation].documents[stage])))
          leaks.push(`document ${relation} ${stage}`)
        const isReviewer = (['finding.dismiss', 'finding.return', 'finding.ask', 'document.return', 'document.pass'] as const).some((one) =>
          reaches(who, one, relation),
        )
        if (!isReviewer && text.includes(reviewersWord(word))) leaks.push(`reviewers of ${relation} ${stage}`)
      }
      for (const purpose of purposes)
        if (!readsBatch(who, relation, purpose) && text.includes(batchWordOf(relation, purpose))) leaks.push(`batch ${relation} ${purpose}`)
    }
    return leaks
  }

  interface Cell {
    readonly what: string
    readonly sent: Sent
    readonly expected: Outcome
    /** Of another region: answered exactly as what is not there. */
    readonly isForeign?: boolean
  }

  /** All that is not as it should be, each as a line. */
  const check = async (who: Asker, all: readonly Cell[]): Promise<readonly string[]> => {
    const wrong: string[] = []
    for (const { what, sent, expected, isForeign = false } of all) {
      const answer = await ask(who, sent)
      const at = `${who.name}: ${what}`
      if (answer.outcome !== expected)
        wrong.push(`${at}: ${answer.outcome} in place of ${expected} ${answer.outcome === 'bug' ? answer.text : ''}`)
      // Writers answer with what they wrote, which is seen by who may write it.
      for (const leak of leaksIn(who, answer.text)) wrong.push(`${at}: shows ${leak}`)
      if (!isForeign) continue
      const elsewhere = await ask(who, elsewhereOf(sent))
      if (elsewhere.outcome !== answer.outcome || elsewhere.text !== answer.text)
        wrong.push(`${at}: tells a foreign thing from none: ${answer.text} | ${elsewhere.text}`)
    }
    return wrong
  }

  describe.each(asking.map((who) => [who.name, who] as const))('%s', (_name, who) => {
    it('documents', async () => {
      const all: Cell[] = []
      for (const request of Object.keys(documentRules) as DocumentRequest[])
        for (const relation of relations)
          for (const stage of stages)
            all.push({
              what: `${request} ${relation} ${stage}`,
              sent: documentRequest(request, world.places[relation], stage),
              expected: ofDocument(who, documentRules[request], relation, stage),
              isForeign: relation === 'other region' && stage === 'submitted',
            })
      expect(await check(who, all)).toEqual([])
    })

    it('batches and their work', async () => {
      const all: Cell[] = []
      for (const relation of relations) {
        const place = world.places[relation]
        const isForeign = relation === 'other region'
        for (const purpose of purposes) {
          for (const request of Object.keys(batchRules) as BatchRequest[])
            all.push({
              what: `${request} ${relation} ${purpose}`,
              sent: batchRequest(request, place, purpose),
              expected: ofBatch(who, batchRules[request], relation, purpose),
              isForeign,
            })
          const isSeen = readsBatch(who, relation, purpose)
          const isFilled = isSeen && fillsBatch(who, relation, purpose)
          const job = { job: place.jobs[purpose] }
          const where = `${relation} ${purpose}`
          const ofJob = (is: boolean): Outcome => (who.by === 'nobody' ? 'signed out' : is ? 'done' : 'hidden')
          all.push({ what: `jobs.get ${where}`, sent: { route: 'jobs.get', params: job }, expected: ofJob(isSeen), isForeign })
          all.push({ what: `jobs.cancel ${where}`, sent: { route: 'jobs.cancel', params: job }, expected: ofJob(isFilled), isForeign })
          all.push({ what: `jobs.file ${where}`, sent: { route: 'jobs.file', params: job }, expected: ofJob(false), isForeign })
          const body = { title: '新批次', purpose, organisation: place.organisation, year: 2024, scheme: null }
          all.push({
            what: `batches.create ${where}`,
            sent: { route: 'batches.create', body },
            expected: ofNewBatch(who, relation, purpose),
            isForeign,
          })
        }
        // What somebody else has packed holds what that person may see.
        const pack = { job: place.jobs.pack }
        for (const route of ['jobs.get', 'jobs.cancel', 'jobs.file'] as const)
          all.push({
            what: `${route} pack ${relation}`,
            sent: { route, params: pack },
            expected: who.by === 'nobody' ? 'signed out' : 'hidden',
            isForeign,
          })
      }
      expect(await check(who, all)).toEqual([])
    })

    it('people, units, roles and the journal', async () => {
      const all: Cell[] = []
      for (const relation of relations)
        for (const request of placedRequests)
          all.push({
            what: `${request} ${relation}`,
            sent: placedRequest(request, world.places[relation], world),
            expected: ofPlace(who, request, relation),
            isForeign: relation === 'other region',
          })
      for (const relation of relations) {
        const body = {
          name: '新来的人',
          loginName: 'new.person',
          organisation: world.places[relation].organisation,
          role: world.roles.单位经办人,
        }
        const expected = ofPlace(
          who.may.includes('account.manage') ? { ...who, may: [...who.may, 'post.manage'] } : { ...who, may: [] },
          'posts.create',
          relation,
        )
        all.push({
          what: `accounts.create ${relation}`,
          sent: { route: 'accounts.create', body },
          expected,
          isForeign: relation === 'other region',
        })
      }
      for (const request of regionRequests)
        all.push({ what: request, sent: regionRequest(request, world), expected: ofWholeRegion(who, request) })
      for (const route of ['roles.change', 'roles.remove'] as const) {
        const { body } = regionRequest(route, world)
        const expected = ofWholeRegion(who, route) === 'done' ? 'hidden' : ofWholeRegion(who, route)
        all.push({ what: `${route} other region`, sent: { route, params: { role: world.foreignRole }, body }, expected, isForeign: true })
      }
      for (const request of ownRequests) all.push({ what: request, sent: ownRequest(request), expected: ofOwn(who, request) })
      expect(await check(who, all)).toEqual([])
    })

    it('lists hold what may be seen, all of it', async () => {
      const all = listRequests.map((request): Cell => ({ what: request, sent: listRequest(request), expected: ofList(who, request) }))
      expect(await check(who, all)).toEqual([])
      for (const { request, ids, expected } of listedThings) {
        if (ofList(who, request) !== 'done') continue
        const { text } = await ask(who, listRequest(request))
        expect([request, ids(JSON.parse(text)).toSorted()]).toEqual([request, expected(who, world).toSorted()])
      }
      const journal = await ask(who, { route: 'journal.list' })
      expect(journal.text).not.toContain(world.journal.there)
      if (journal.outcome === 'done') expect(journal.text).toContain(world.journal.here)
    })
  })

  it('what is open to everybody is answered alike to everybody', async () => {
    for (const route of ['setup.state', 'system.health', 'system.ready', 'system.description'] as const) {
      const answers = new Set<string>()
      for (const who of asking) answers.add((await ask(who, { route })).text)
      expect(answers.size).toBe(1)
    }
  })
})

function ofNewBatch(who: Asker, relation: (typeof relations)[number], purpose: (typeof purposes)[number]): Outcome {
  if (who.by === 'nobody') return 'signed out'
  if (!through(who, ['batch.manage', 'self-check.use'])) return 'refused'
  if (relation === 'other region') return 'hidden'
  return fillsBatch(who, relation, purpose) ? 'done' : 'refused'
}

function outcomeOf(status: number, text: string): Outcome | string {
  if (status < 400) return 'done'
  const { code } = JSON.parse(text) as { code: string }
  if (status === 500) return 'bug'
  if (code === 'session.missing') return 'signed out'
  if (code === 'thing.not-found') return 'hidden'
  if (status === 403) return 'refused'
  if (status === 409) return 'not now'
  return code
}

/** The same request about something that is nowhere. */
const elsewhereOf = (sent: Sent): Sent => ({
  ...sent,
  ...(sent.params === undefined
    ? {}
    : { params: Object.fromEntries(Object.entries(sent.params).map(([name, value]) => [name, isId(value) ? randomUUID() : value])) }),
  ...(sent.body !== null && typeof sent.body === 'object' && 'organisation' in sent.body
    ? { body: { ...sent.body, organisation: randomUUID() } }
    : {}),
})
const isId = (value: string): boolean => /^[0-9a-f]{8}-/.test(value)
