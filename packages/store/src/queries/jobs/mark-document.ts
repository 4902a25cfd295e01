/** How far the file of a job is: what a batch page counts. */
import type { ProgressState } from '../../tables.ts'
import type { Ground } from '../../work.ts'

export async function markDocument(
  { db, now }: Ground,
  { region_id, document_id }: { readonly region_id: string; readonly document_id: string | null },
  state: ProgressState,
): Promise<void> {
  if (document_id === null) return
  const isOver = state !== 'waiting' && state !== 'running'
  await db
    .updateTable('documents')
    .set({ state, ended_at: isOver ? now : null })
    .where('region_id', '=', region_id)
    .where('id', '=', document_id)
    .execute()
}
