/** What a person is told who changes something that somebody else has changed in the meantime. */
import { Refusal } from '@jiheng/contract'
import type { Work } from '../work.ts'

export async function changedBy({ db, viewer }: Pick<Work, 'db' | 'viewer'>, subjectId: string): Promise<Refusal> {
  const last = await db
    .selectFrom('journal')
    .select('actor_name')
    .where('region_id', '=', viewer.regionId)
    .where('subject_id', '=', subjectId)
    .where('actor_name', 'is not', null)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return new Refusal('thing.changed', { details: { who: last?.actor_name ?? '别人' } })
}
