/** A zip of these entries, by name. */
import { zipStream } from '../../src/documents/zip-stream.ts'

export async function archive(entries: Readonly<Record<string, Uint8Array>>): Promise<Uint8Array> {
  const pieces: Buffer[] = []
  for await (const piece of zipStream(Object.entries(entries).map(([name, content]) => ({ name, content })))) pieces.push(piece)
  return Buffer.concat(pieces)
}
