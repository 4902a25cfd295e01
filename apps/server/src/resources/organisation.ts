/** 单位名录: the tree of a year, its history, changes one by one or by a sheet. */
import { createWriteStream, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Refusal } from '@jiheng/contract'
import {
  changeOrganisation,
  createOrganisation,
  importOrganisations,
  listOrganisations,
  organisationHistory,
  organisationSheet,
  type ReadSheet,
  recordChange,
  sheetLines,
} from '@jiheng/store'
import type { Container } from '../container.ts'
import { endpoint, type Handlers } from '../http/endpoint.ts'

/** A list of some thousand units is a megabyte. */
const mostBytes = 20 * 1024 * 1024
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const organisationHandlers = {
  'organisations.list': endpoint('organisations.list', { run: ({ work, query }) => listOrganisations(work, query.year) }),
  'organisations.history': endpoint('organisations.history', { run: ({ work, params }) => organisationHistory(work, params.organisation) }),
  'organisations.create': endpoint('organisations.create', { run: ({ work, body }) => createOrganisation(work, body) }),
  'organisations.change': endpoint('organisations.change', {
    run: ({ work, params, body }) => changeOrganisation(work, params.organisation, body),
  }),
  'organisations.record-change': endpoint('organisations.record-change', { run: ({ work, body }) => recordChange(work, body) }),
  'organisations.import': endpoint('organisations.import', {
    prepare: ({ asked, container, stream }) => readSheet(stream as Readable, asked.query.name, container),
    run: ({ work, query }, sheet: ReadSheet) => importOrganisations(work, sheet, { year: query.year, write: query.write ?? false }),
  }),
  'organisations.sheet': endpoint('organisations.sheet', {
    run: async ({ work, query }) => {
      const { year, bytes } = await organisationSheet(work, query.year)
      return { kind: 'file', name: `单位名录_${year}.xlsx`, mediaType: xlsx, content: bytes, bytes: bytes.byteLength } as const
    },
  }),
} satisfies Partial<Handlers>

/** The foreign file is opened in a child; refuses with organisation.unreadable, file.empty, file.too-large. */
async function readSheet(stream: Readable, name: string, { children, stopping }: Container): Promise<ReadSheet> {
  const folder = children.folders.make()
  try {
    const path = join(folder, 'sheet')
    const bytes = await receive(stream, path, name)
    if (bytes === 0) throw new Refusal('file.empty', { details: { file: name } })
    const data = await children.atOnce.readData({ kind: 'file', name, path, bytes }, { stop: stopping })
    if (data.kind !== 'tables') throw unreadable('不是 Excel（.xlsx）或 CSV 表格')
    const [first] = data.tables.flatMap(({ rows }) => sheetLines(rows) ?? [])
    if (first === undefined) throw unreadable('没有找到“单位名称”这一列')
    if (first.lines.length === 0 && first.faults.length === 0) throw unreadable('表格里一个单位都没有填')
    return first
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const unreadable = (why: string): Refusal => new Refusal('organisation.unreadable', { details: { why } })

async function receive(stream: Readable, path: string, name: string): Promise<number> {
  let bytes = 0
  const count = async function* (source: AsyncIterable<Uint8Array>) {
    for await (const chunk of source) {
      bytes += chunk.byteLength
      if (bytes > mostBytes) throw new Refusal('file.too-large', { details: { file: name, limit: `${mostBytes / 1024 / 1024} MB` } })
      yield chunk
    }
  }
  await pipeline(stream, count, createWriteStream(path))
  return bytes
}
