/** The same letter is the same bytes: the writer of Word files puts the hour into the zip file that it makes, and so does LibreOffice. */

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50
/** 1980-01-01 00:00, the first moment that a zip file can name. */
const FIRST_DAY = 33

/** Takes a zip file that one of them made (no comment at its end, less than 4 GB), and sets the date of every entry to the same day, in place. */
export function withFixedDates(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const end = zip.length - 22
  if (end < 0 || view.getUint32(end, true) !== END_OF_DIRECTORY) throw new Error('not a zip file of our writer')
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const local = view.getUint32(at + 42, true)
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY || view.getUint32(local, true) !== LOCAL_ENTRY)
      throw new Error('not a zip file of our writer')
    setDate(view, at + 12)
    setDate(view, local + 10)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return zip
}

function setDate(view: DataView, at: number): void {
  view.setUint16(at, 0, true)
  view.setUint16(at + 2, FIRST_DAY, true)
}
