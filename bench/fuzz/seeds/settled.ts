/** A made file without the time of its making, so that the same number is the same file tomorrow. */
import { makeZip, readZip } from '../../formats/make-zip.ts'

export function settled(zip: Uint8Array): Uint8Array {
  const parts = readZip(zip).map(({ name, content }) => ({
    name,
    content: content.toString('utf8').replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z?/g, '2024-01-01T00:00:00Z'),
  }))
  return makeZip(parts)
}
