/** What a batch is called when nobody gives it a name: as the folder or the archive that was dropped, else by year and hour. */
import { localTime } from '../parts/time.tsx'
import type { Chosen } from '../upload/read-drop.ts'
import { batch as words } from '../wording/batch.ts'

const longest = 100

/** @param now a moment as an instant */
export function batchName(files: readonly Chosen[], year: number, now: string): string {
  const [first] = files
  const folder = first?.name.includes('/') ? first.name.slice(0, first.name.indexOf('/')) : ''
  if (folder !== '' && files.every(({ name }) => name.startsWith(`${folder}/`))) return folder.slice(0, longest)
  const archive = files.length === 1 ? /^(.+)\.(?:zip|rar|7z|tar|tgz|gz)$/i.exec(first?.name ?? '')?.[1] : undefined
  return archive?.slice(0, longest) ?? words.usualTitle(year, localTime(now).slice(5))
}
