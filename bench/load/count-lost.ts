/** What stands in the database of the decisions that were acknowledged. */
import { sql } from 'kysely'
import { openDatabase, type Where } from '../platform/office.ts'

export interface Lost {
  readonly missing: number
  readonly twice: number
}

export async function countLost(where: Where, reasons: readonly string[]): Promise<Lost> {
  const { db, close } = await openDatabase(where)
  try {
    const { rows } = await sql<{
      reason: string
      count: number
    }>`select reason, count(*)::int as count from decisions group by reason`.execute(db)
    const counts = new Map(rows.map(({ reason, count }) => [reason, count]))
    return {
      missing: reasons.filter((reason) => !counts.has(reason)).length,
      twice: reasons.filter((reason) => (counts.get(reason) ?? 0) > 1).length,
    }
  } finally {
    await close()
  }
}
