/** Files out of what was dropped or chosen: folders are gone through, with the path below them in the name. */

export interface Chosen {
  /** With the folders that were dropped: 财政局/2024/报告.docx */
  readonly name: string
  readonly file: File
}

/** Taken at once: after the event the browser forgets what was dropped. */
export async function readDrop(transfer: DataTransfer): Promise<readonly Chosen[]> {
  const entries = [...transfer.items].flatMap((item) =>
    item.kind === 'file' ? [{ entry: item.webkitGetAsEntry(), file: item.getAsFile() }] : [],
  )
  const found: Chosen[] = []
  for (const { entry, file } of entries) {
    if (entry !== null) await readEntry(entry, found)
    else if (file !== null) found.push({ name: file.name, file })
  }
  return found.filter(isMeant)
}

export function readList(list: FileList): readonly Chosen[] {
  return [...list].map((file) => ({ name: file.webkitRelativePath || file.name, file })).filter(isMeant)
}

async function readEntry(entry: FileSystemEntry, found: Chosen[]): Promise<void> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))
    found.push({ name: entry.fullPath.replace(/^\//, ''), file })
    return
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  // A folder is told in parts, until an empty one.
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (part.length === 0) return
    for (const one of part) await readEntry(one, found)
  }
}

/** What programs and systems leave in folders is nobody's report: ~$报告.docx, .DS_Store, Thumbs.db. */
export const isMeant = ({ name }: Pick<Chosen, 'name'>): boolean => {
  const last = name.slice(name.lastIndexOf('/') + 1)
  return !/^(?:~\$|\.|Thumbs\.db$|desktop\.ini$)/i.test(last) && !name.includes('__MACOSX/')
}
