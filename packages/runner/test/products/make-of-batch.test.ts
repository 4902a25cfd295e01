/** Documents about many files, made in a child from lines on disk. */
import { readFileSync } from 'node:fs'
import { type IssueRow, issueCsv, issueList } from '@jiheng/report'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AuditPool, openAuditPool } from '../../src/jobs/audit-pool.ts'
import { writeLines } from '../../src/products/batch-order.ts'
import { bundled } from '../fakes/bundle.ts'
import { aFolder } from '../fakes/folder.ts'

const child = bundled('real', 'child.mjs')
const goOn = { stop: new AbortController().signal }

const aRow = (number: number): IssueRow => ({
  ...{ unit: `第${number}局`, file: '自评.docx', place: '第3行', level: 'error', kind: 'sum', title: '合计不符', excerpt: '' },
  ...{ message: '=一\u2028二\n三\r“四”🙂，请核对。', written: '1250.00', expected: '1260.00', advice: '', computation: '' },
})

describe('a document about many files', () => {
  let pool: AuditPool
  beforeAll(() => {
    pool = openAuditPool({ workerPath: child(), children: 1, timeoutMs: 60_000, memoryMb: 512, folder: null })
  })
  afterAll(() => pool.close())

  it('has the same bytes as one that is made here, whatever ends of lines people wrote', async () => {
    const rows = Array.from({ length: 450 }, (_, number) => aRow(number))
    const folder = aFolder()
    const linesPath = folder.at('lines')
    await writeLines(linesPath, rows)
    const list = { document: { kind: 'list', title: '清单', asOf: '2024-03-31' }, linesPath, path: folder.at('list') } as const
    expect(await pool.makeOfBatch(list, goOn)).toBeNull()
    expect(readFileSync(list.path).equals(await issueList(rows, { title: '清单', asOf: '2024-03-31' }))).toBe(true)
    const csv = { document: { kind: 'csv' }, linesPath, path: folder.at('csv') } as const
    expect(await pool.makeOfBatch(csv, goOn)).toBeNull()
    expect(readFileSync(csv.path, 'utf8')).toBe(issueCsv(rows))
  })

  it('that cannot be made is a problem that says why, and the next one is made', async () => {
    const folder = aFolder()
    const order = { document: { kind: 'csv' }, linesPath: folder.at('lines'), path: folder.at('csv') } as const
    expect(await pool.makeOfBatch(order, goOn)).toMatchObject({ code: 'output.not-made', details: { what: 'csv', reason: 'bug' } })
    await writeLines(order.linesPath, [])
    expect(await pool.makeOfBatch(order, goOn)).toBeNull()
    expect(readFileSync(order.path, 'utf8')).toBe(issueCsv([]))
  })
})
