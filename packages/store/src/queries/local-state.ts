/** What this installation knows of itself, beside the regions: the set-up link, keys, what the demonstration brought. */
import type { Ground } from '../work.ts'

/** undefined: nothing was written by this name. */
export async function readLocal({ db }: Pick<Ground, 'db'>, name: string): Promise<unknown> {
  const row = await db.selectFrom('local_state').select('value').where('name', '=', name).executeTakeFirst()
  return row?.value
}

export async function writeLocal({ db }: Pick<Ground, 'db'>, name: string, value: unknown): Promise<void> {
  const text = JSON.stringify(value)
  await db
    .insertInto('local_state')
    .values({ name, value: text })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: text }))
    .execute()
}

/** Written only where nothing is there yet; what is there then. Of several servers that start together, all get the same. */
export async function writeLocalOnce(ground: Pick<Ground, 'db'>, name: string, value: unknown): Promise<unknown> {
  await ground.db
    .insertInto('local_state')
    .values({ name, value: JSON.stringify(value) })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  return readLocal(ground, name)
}

/** Whether it was there. Of two that remove it at once one is told that it was not. */
export async function removeLocal({ db }: Pick<Ground, 'db'>, name: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('local_state').where('name', '=', name).executeTakeFirst()
  return numDeletedRows > 0n
}
