/** Standard input or a pipe, up to the limit. */
import { type Input, maxFileBytes, problemOf } from '@jiheng/runner'

export async function readStream(stream: AsyncIterable<Uint8Array>, name: string): Promise<Input> {
  const pieces: Uint8Array[] = []
  let bytes = 0
  try {
    for await (const piece of stream) {
      bytes += piece.byteLength
      if (bytes > maxFileBytes)
        return { kind: 'unread', name, problem: { code: 'file.too-large', at: [name], details: { limit: maxFileBytes } } }
      pieces.push(piece)
    }
  } catch (error) {
    return { kind: 'unread', name, problem: problemOf(error, name) }
  }
  return { kind: 'content', name, content: Buffer.concat(pieces) }
}
