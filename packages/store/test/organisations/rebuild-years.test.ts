import type { Transaction } from 'kysely'
import { describe, expect, it } from 'vitest'
import { inTransaction } from '../../src/connection/in-transaction.ts'
import { addNextYear, rebuildYears } from '../../src/organisations/rebuild-years.ts'
import { insertUnits, type KnownUnit, readUnits, updateUnit } from '../../src/organisations/units.ts'
import { prepareRegion } from '../../src/queries/people/set-up.ts'
import type { Database } from '../../src/tables.ts'
import { groundOf } from '../../src/work.ts'
import { forEachDatabase } from '../support/databases.ts'

const now = new Date('2026-03-01T00:00:00Z')

forEachDatabase(({ open }) => {
  const begun = async () => {
    const { db } = await open()
    const on = <Result>(run: (ground: ReturnType<typeof groundOf>) => Promise<Result>) =>
      inTransaction(db, (transaction) => run(groundOf(transaction as Transaction<Database>, now)))
    const region = await on((ground) => prepareRegion(ground, { name: '测试县', code: '130999' }))
    const unit = (id: number, name: string, parent: string | null, from: string): KnownUnit => ({
      id: `00000000-0000-7000-8000-${String(id).padStart(12, '0')}`,
      region,
      kind: parent === null ? 'department' : 'subordinate',
      isBureau: false,
      isGovernment: false,
      names: [{ value: name, from, to: null }],
      codes: [{ value: String(100_000 + id), from, to: null }],
      aliases: [],
      parents: parent === null ? [] : [{ value: parent, from, to: null }],
      from,
      to: null,
      version: 0,
    })
    const years = async () =>
      (await db.selectFrom('organisation_years').select('year').distinct().orderBy('year').execute()).map(({ year }) => year)
    return { db, on, region, unit, years }
  }

  describe('the years of the list', () => {
    it('reach from the oldest organisation to next year, forty at most, and follow every change', async () => {
      const { db, on, region, unit, years } = await begun()
      expect(await years()).toEqual([2021, 2022, 2023, 2024, 2025, 2026, 2027])
      const [above, below] = [unit(1, '甲局', null, '2020-01-01'), unit(2, '甲所', unit(1, '', null, '').id, '2022-05-01')]
      await on(async (ground) => {
        await insertUnits(ground, [above, below])
        await rebuildYears(ground, region)
      })
      expect((await years())[0]).toBe(2020)
      const scopes = async (year: number) =>
        (
          await db
            .selectFrom('organisation_scopes')
            .select('ancestor_id')
            .where('year', '=', year)
            .where('organisation_id', '=', below.id)
            .execute()
        ).map(({ ancestor_id }) => ancestor_id)
      expect(await scopes(2021)).toEqual([])
      expect((await scopes(2022)).toSorted()).toEqual([above.id, below.id])
      await on(async (ground) => {
        const before = await readUnits(ground, region)
        await updateUnit(ground, { ...below, kind: 'department', parents: [], names: [{ value: '乙局', from: '2022-05-01', to: null }] })
        await updateUnit(ground, { ...above, from: '1950-01-01', names: [{ value: '甲局', from: '1950-01-01', to: null }] })
        await rebuildYears(ground, region, before)
      })
      expect(await scopes(2022)).toEqual([below.id])
      const followed = await db.selectFrom('organisation_years').selectAll().orderBy('year').orderBy('organisation_id').execute()
      await on((ground) => rebuildYears(ground, region))
      expect(await db.selectFrom('organisation_years').selectAll().orderBy('year').orderBy('organisation_id').execute()).toEqual(followed)
      expect(await years()).toHaveLength(40)
      const named = await db
        .selectFrom('organisation_years')
        .select('name')
        .where('year', '=', 2022)
        .where('organisation_id', '=', below.id)
        .execute()
      expect(named).toEqual([{ name: '乙局' }])
    })

    it('go on by themselves when a year begins', async () => {
      const { db, years } = await begun()
      const at = new Date('2027-01-01T00:00:00+08:00')
      await inTransaction(db, (transaction) => addNextYear(groundOf(transaction as Transaction<Database>, at)))
      expect((await years()).at(-1)).toBe(2028)
      expect(await db.selectFrom('organisation_scopes').selectAll().where('year', '=', 2028).execute()).toHaveLength(1)
    })

    it('are the same when nothing changed, and never those of another region', async () => {
      const { db, on, region } = await begun()
      const other = await on((ground) => prepareRegion(ground, { name: '邻县', code: '130998' }))
      const before = await db.selectFrom('organisation_years').selectAll().orderBy('region_id').orderBy('year').execute()
      await on((ground) => rebuildYears(ground, region))
      expect(await db.selectFrom('organisation_years').selectAll().orderBy('region_id').orderBy('year').execute()).toEqual(before)
      expect(before.some(({ region_id }) => region_id === other)).toBe(true)
      expect(await on((ground) => readUnits(ground, other))).toHaveLength(1)
    })
  })
})
