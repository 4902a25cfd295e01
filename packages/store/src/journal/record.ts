/** Who did what: written beside the change, in the same transaction. */
import type { JournalEvent } from '@jiheng/contract'
import type { Ground } from '../work.ts'

export interface Told {
  readonly regionId: string
  /** null: the system itself. */
  readonly actor: { readonly id: string; readonly name: string } | null
  readonly subject?: { readonly kind: string; readonly id: string }
  /** What the wording of the event names in braces, and ids; never passwords, contents of documents, or telephone numbers. */
  readonly details?: Readonly<Record<string, string | number | boolean | null>>
}

export async function record(
  { db, now, newId }: Ground,
  event: JournalEvent,
  { regionId, actor, subject, details = {} }: Told,
): Promise<void> {
  await db
    .insertInto('journal')
    .values({
      region_id: regionId,
      id: newId(),
      at: now,
      actor_id: actor?.id ?? null,
      actor_name: actor?.name ?? null,
      event,
      subject_kind: subject?.kind ?? null,
      subject_id: subject?.id ?? null,
      details: JSON.stringify(details),
      seal: null,
    })
    .execute()
}

/** The viewer as the one who did it. */
export const byViewer = ({
  regionId,
  accountId,
  name,
}: {
  readonly regionId: string
  readonly accountId: string
  readonly name: string
}) => ({
  regionId,
  actor: { id: accountId, name },
})
