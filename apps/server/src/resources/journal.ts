/** 操作记录: read, checked against its seals, saved as a file. */
import { Readable } from 'node:stream'
import type { JournalEntry } from '@jiheng/contract'
import {
  byViewer,
  type JournalFilter,
  journalHead,
  journalPart,
  listJournal,
  needEverywhere,
  record,
  verifyJournal,
  type Work,
} from '@jiheng/store'
import type { Container } from '../container.ts'
import { endpoint, type Handlers } from '../http/endpoint.ts'

export const journalHandlers = {
  'journal.list': endpoint('journal.list', { run: ({ work, query }) => listJournal(work, query) }),
  'journal.head': endpoint('journal.head', { run: ({ work }) => journalHead(work) }),
  'journal.verify': endpoint('journal.verify', {
    run: ({ work, body }) => {
      needEverywhere(work, 'journal.read')
      return verifyJournal(work, work.viewer.regionId, body.kept)
    },
  }),
  'journal.export': endpoint('journal.export', {
    run: async ({ ground, work, query, container }) => {
      needEverywhere(work, 'journal.read')
      await record(ground, 'journal.exported', { ...byViewer(work.viewer), details: { from: query.from ?? null, to: query.to ?? null } })
      const { viewer } = work
      const content = () => Readable.from(csvLines(viewer, query, container))
      return { kind: 'file', name: '操作记录.csv', mediaType: 'text/csv; charset=utf-8', content, bytes: null } as const
    },
  }),
} satisfies Partial<Handlers>

const linesAtATime = 1000

/** Read part by part after the answer has begun: years of it never lie in memory, and no transaction stays open for a slow reader. */
async function* csvLines(viewer: Work['viewer'], filter: JournalFilter, { transact }: Container): AsyncGenerator<string> {
  // The mark tells spreadsheets that it is UTF-8.
  yield `\ufeff${csvLine(['时间', '人员', '事项', '说明', '对象', '封存批次', '编号'])}`
  let last: JournalEntry | null = null
  do {
    const after: JournalEntry | null = last
    const part: readonly JournalEntry[] = await transact((ground) => journalPart({ ...ground, viewer }, filter, after, linesAtATime))
    yield part.map(lineOf).join('')
    last = part.at(-1) ?? null
  } while (last !== null)
}

const lineOf = ({ at, actor, event, says, subject, seal, id }: JournalEntry): string =>
  csvLine([
    inChina(at),
    actor?.name ?? '系统',
    event,
    says,
    subject === null ? '' : `${subject.kind} ${subject.id}`,
    String(seal ?? ''),
    id,
  ])

const inChina = (at: string): string => new Date(Date.parse(at) + 8 * 3600_000).toISOString().slice(0, 19).replace('T', ' ')

/** What a spreadsheet would take for a formula is made text. */
function csvLine(cells: readonly string[]): string {
  const safe = cells.map((cell) => (/^[\s]*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell))
  return `${safe.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`
}
