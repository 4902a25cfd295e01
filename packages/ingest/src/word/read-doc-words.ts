/** The words of a .doc without a converter: cells set apart by tabs, merged cells and automatic numbers lost. The only file that knows the library. */
import { hasCircles } from './ole-circles.ts'

interface Extractor {
  extract(source: Uint8Array): Promise<{ getBody(options: { filterUnicode: boolean }): string }>
}

/** null when the file is no readable .doc. */
export async function readDocWords(bytes: Uint8Array): Promise<string | null> {
  if (hasCircles(bytes)) return null
  const module = (await import('word-extractor')) as unknown as { readonly default: new () => Extractor }
  try {
    const document = await new module.default().extract(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    // With its filter Chinese quotation marks become straight ones.
    return document.getBody({ filterUnicode: false })
  } catch {
    // The library throws whatever it stumbles over; to us the file is not readable, which the caller says.
    return null
  }
}
