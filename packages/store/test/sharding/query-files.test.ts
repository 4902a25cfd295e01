/** Every query of a sharded table names the region, so that it is asked on one machine. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type TableName, tableKinds } from '../../src/tables.ts'

const source = join(import.meta.dirname, '..', '..', 'src')

/** Parts of a file that ask sharded tables of all regions, by file and first line, and why they may. */
const acrossRegions: Readonly<Record<string, string>> = {
  'doctor/examine-files.ts: /** Each once, though several regions may name it. */': 'looks over the whole installation, for no request',
  'doctor/examine-files.ts: async function namesAmong(db: Kysely<Database>, digests: readonly string[]): Promise<ReadonlySet<string>> {':
    'looks over the whole installation, for no request',
}
/** Conditions of scope.ts, which name it for the query. */
const namesRegion = /region_id|\b(?:readableDocument|workableDocument|readableBatch|workableBatch)\(/

/** What stands between blank lines: a function, or a query of its own. */
const parts = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.startsWith('migrations'))
  .flatMap((name) =>
    readFileSync(join(source, name), 'utf8')
      .split(/\n\s*\n/)
      .map((text) => ({ name: name.replaceAll('\\', '/'), text })),
  )

const sharded = (Object.keys(tableKinds) as TableName[]).filter((table) => tableKinds[table] === 'sharded')
/** As kysely and as SQL name a table that is asked. */
const asks = new RegExp(`(?:(?:From|Into|Table|Join)\\(\\s*\\[?'|\\b(?:from|into|update|join) )(?:${sharded.join('|')})\\b`)
const asking = parts.filter(({ text }) => asks.test(text))

it('every part of a file that asks a sharded table names its region', () => {
  const without = asking.filter(({ text }) => !namesRegion.test(text)).map(({ name, text }) => `${name}: ${text.trim().split('\n')[0]}`)
  expect(without.filter((part) => !(part in acrossRegions))).toEqual([])
  expect(Object.keys(acrossRegions).filter((part) => !without.includes(part))).toEqual([])
  expect(asking.length).toBeGreaterThan(40)
})
