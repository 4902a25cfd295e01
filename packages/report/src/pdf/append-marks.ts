/** Puts marks behind the file: the library writes the update, and what it got from the clock or left out is set right. */
import { byteText, digits, withByteText } from './byte-text.ts'
import type { DraftMark, OpenedPdf } from './library.ts'
import type { FilePages } from './pages.ts'
import { dictionary, readUpdate, type Update, type UpdateObject, writeUpdate } from './update.ts'
import { endOfValue, entriesOf } from './written-values.ts'

/** In goes the file as it was opened, out comes the same file with an update behind it. Pages of the marks are loaded. */
export async function appendMarks(
  opened: OpenedPdf,
  bytes: Uint8Array,
  marks: readonly DraftMark[],
  pages: FilePages,
): Promise<Uint8Array> {
  const saved = await opened.save(marks)
  const update = readUpdate(byteText(saved.subarray(bytes.length)))
  const pageObjects = new Set(marks.map(({ pageIndex }) => pages.at(pageIndex).object.number))
  const objects = update.objects.flatMap((object) => (pageObjects.has(object.number) ? [object] : finished(object, marks, pages)))
  const joint = isLineEnd(bytes.at(-1)) ? '' : '\n'
  const base = bytes.length + joint.length - headerOffset(bytes)
  const text = writeUpdate({ ...update, objects, trailer: trailerOf(update, opened.fingerprint, objects) }, base)
  return withByteText(bytes, joint + text)
}

const isLineEnd = (byte: number | undefined): boolean => byte === 10 || byte === 13

/** Places in a file count from its header; some programs put other bytes before it. */
function headerOffset(bytes: Uint8Array): number {
  return Math.max(0, byteText(bytes.subarray(0, 1024)).indexOf('%PDF-'))
}

/** The annotation of a mark is completed, its sign left out where programs draw their own; other objects stay. */
function finished(object: UpdateObject, marks: readonly DraftMark[], pages: FilePages): readonly UpdateObject[] {
  const written = entriesOf(object.body)
  if (written.get('Subtype') !== '/Highlight') return [object]
  const mark = marks[Number(written.get('Rotate') ?? 0)]
  if (mark === undefined) return [object]
  const { number, generation } = pages.at(mark.pageIndex).object
  const entries = new Map(written)
  entries.delete('Rotate')
  // A date that the library made up is the clock's.
  entries.delete('CreationDate')
  const date = written.get('CreationDate')
  if (mark.date !== null && date !== undefined) entries.set('CreationDate', date).set('M', date)
  entries.set('P', `${number} ${generation} R`)
  if (mark.kind === 'note') {
    entries.delete('QuadPoints')
    entries.delete('AP')
    // Stays as large and upright as it is, however the page is shown.
    entries.set('Subtype', '/Text').set('Name', '/Comment').set('F', '28')
  }
  return [{ ...object, body: dictionary(entries) }]
}

/** A file has a name for itself and one for each of its states; the library takes the latter from the clock. */
function trailerOf({ trailer }: Update, fingerprint: string, objects: readonly UpdateObject[]): ReadonlyMap<string, string> {
  const entries = new Map(trailer)
  const written = trailer.get('ID') ?? ''
  // The key of an encrypted file is made of its name.
  const name = trailer.has('Encrypt') && written !== '' ? written.slice(1, endOfValue(written, 1)) : `<${fingerprint}>`
  return entries.set('ID', `[${name} <${digits(objects.map(({ body }) => body).join(''))}>]`)
}
