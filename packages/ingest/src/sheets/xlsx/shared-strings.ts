/** The words that cells share. */
import { type Package, readXmlPart } from '@jiheng/ooxml'
import { MAX_XML_DEPTH } from './xml-depth.ts'

/** By the index that a cell names. Rejects with PackageRefused. */
export async function sharedStrings(pack: Package, part: string | null): Promise<readonly string[]> {
  if (part === null) return []
  const strings: string[] = []
  const words = new RichText()
  await readXmlPart(
    pack,
    part,
    {
      open: (name) => words.open(name),
      close: (name) => {
        words.close(name)
        if (name === 'si') strings.push(words.take())
      },
      text: (text) => words.text(text),
    },
    MAX_XML_DEPTH,
  )
  return strings
}

/** Collects the runs of a text; readings above Chinese characters are left out. */
export class RichText {
  #pieces: string[] = []
  #isText = false
  #phonetic = 0

  open(name: string): void {
    if (name === 'rPh') this.#phonetic++
    if (name === 't') this.#isText = true
  }

  close(name: string): void {
    if (name === 'rPh') this.#phonetic--
    if (name === 't') this.#isText = false
  }

  text(text: string): void {
    if (this.#isText && this.#phonetic === 0) this.#pieces.push(text)
  }

  take(): string {
    const text = this.#pieces.length === 1 ? (this.#pieces[0] as string) : this.#pieces.join('')
    this.#pieces = []
    return unescaped(text)
  }
}

/** `_x000D_`: a character that XML cannot hold. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
