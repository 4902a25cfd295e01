/** PDFs written by hand, in every way that a file can list its objects. `words` writes text of any language; a Chinese character is one em wide, ASCII half an em. */
import { createHash } from 'node:crypto'

export interface HandMadePage {
  readonly content: string
  /** Behind the page's own entries, e.g. `/Rotate 90`. */
  readonly entries?: string
}

export type Structure =
  | 'table'
  /** The list of objects is a stream, and the pages are packed into another one. */
  | 'stream'
  /** A table for old programs, and behind it a stream that knows the packed objects. */
  | 'hybrid'
  /** The first page comes first, with a list of its own. */
  | 'linearised'
  /** The end of the file names a place where no list is. */
  | 'no-list'
  /** The list names places where no objects are. */
  | 'wrong-list'
  /** Other bytes stand before the header, and places count from the header. */
  | 'late-header'
  /** Everybody may open it, but not change it: streams and strings are encrypted. */
  | 'locked'

export interface HandMade {
  readonly pages: readonly HandMadePage[]
  readonly structure?: Structure
  /** Of all pages, inherited. */
  readonly inherited?: string
  /** More objects; the first one has number `FIRST_OWN`. */
  readonly objects?: readonly string[]
}

export const FIRST_OWN = 6

/** No letters are in the file; each is named by its Unicode number, so that every program can tell it. */
const FONT = `<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /ToUnicode 5 0 R /DescendantFonts [
<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /W [1 127 500]
/FontDescriptor << /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >> >>] >>`

function toUnicode(): string {
  const hex = (value: number): string => value.toString(16).padStart(2, '0')
  const ranges = Array.from({ length: 256 }, (_, high) => `<${hex(high)}00> <${hex(high)}ff> <${hex(high)}00>`)
  const blocks = [0, 100, 200]
    .map((at) => ranges.slice(at, at + 100))
    .map((block) => `${block.length} beginbfrange\n${block.join('\n')}\nendbfrange\n`)
  const head = '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def\n'
  return `${head}1 begincodespacerange <0000> <ffff> endcodespacerange\n${blocks.join('')}endcmap end end`
}

/** Two nodes of the tree of pages, the upper one with what pages inherit. */
export function handMadePdf({ pages, structure = 'table', inherited = '/MediaBox [0 0 595 842]', objects = [] }: HandMade): Uint8Array {
  const first = FIRST_OWN + objects.length
  const kids = pages.map((_, i) => `${first + 2 * i} 0 R`).join(' ')
  const all = new Map<number, string>([
    [1, '<< /Type /Catalog /Pages 2 0 R >>'],
    [2, `<< /Type /Pages /Kids [3 0 R] /Count ${pages.length} ${inherited} /Resources << /Font << /F1 4 0 R >> >> >>`],
    [3, `<< /Type /Pages /Parent 2 0 R /Kids [${kids}] /Count ${pages.length} >>`],
    [4, FONT],
    [5, stream(toUnicode())],
    ...objects.map((object, i): [number, string] => [FIRST_OWN + i, object]),
  ])
  for (const [i, { content, entries = '' }] of pages.entries()) {
    all.set(first + 2 * i, `<< /Type /Page /Parent 3 0 R /Contents ${first + 2 * i + 1} 0 R ${entries} >>`)
    all.set(first + 2 * i + 1, stream(content))
  }
  return Uint8Array.from(assembled(all, structure), (character) => character.charCodeAt(0))
}

/** Text whose baseline starts at a place. */
export function words(x: number, y: number, text: string, size = 12): string {
  const hex = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, '0')).join('')
  return `BT /F1 ${size} Tf ${x} ${y} Td <${hex}> Tj ET\n`
}

const stream = (data: string, entries = ''): string => `<< /Length ${data.length} ${entries} >>\nstream\n${data}\nendstream`

function assembled(objects: ReadonlyMap<number, string>, structure: Structure): string {
  const file = new Written()
  if (structure === 'stream' || structure === 'hybrid') return packed(file, objects, structure)
  if (structure === 'linearised') return linearised(objects)
  if (structure === 'locked') return locked(file, objects)
  for (const [number, body] of objects) file.object(number, body)
  const shift = structure === 'wrong-list' ? 7 : 0
  const start = file.table([...objects.keys()], `/Root 1 0 R /Size ${sizeOf(objects)}`, shift)
  file.end(structure === 'no-list' ? start + 5000 : start)
  return structure === 'late-header' ? `\xef\xbb\xbfX-Mail: 1\n${file.text}` : file.text
}

/** Pages and their tree in an object stream. */
function packed(file: Written, objects: ReadonlyMap<number, string>, structure: Structure): string {
  const inside = [...objects].filter(([number, body]) => number !== 1 && !body.includes('stream\n'))
  const outside = [...objects].filter((object) => !inside.includes(object))
  for (const [number, body] of outside) file.object(number, body)
  const pack = sizeOf(objects)
  let index = ''
  let bodies = ''
  for (const [number, body] of inside) {
    index += `${number} ${bodies.length} `
    bodies += `${body} `
  }
  file.object(pack, stream(index + bodies, `/Type /ObjStm /N ${inside.length} /First ${index.length}`))
  const list = pack + 1
  const trailer = `/Root 1 0 R /Size ${list + 1}`
  const hidden = inside.map(([number], at): Entry => [number, 2, pack, at])
  const plain = [...outside.map(([number]) => number), pack].map((number): Entry => [number, 1, file.placeOf(number), 0])
  if (structure === 'hybrid') {
    const start = file.list(list, hidden, trailer)
    file.end(file.table([...outside.map(([number]) => number), pack, list], `${trailer} /XRefStm ${start}`))
  } else file.end(file.list(list, [...plain, ...hidden], trailer))
  return file.text
}

/** Everything but the last object belongs to the first page. Lengths and places are written twice, once they are known. */
function linearised(objects: ReadonlyMap<number, string>): string {
  const number = sizeOf(objects)
  const last = Math.max(...objects.keys())
  let [length, main] = [0, 0]
  for (let round = 0; ; round++) {
    const file = new Written()
    const wide = (value: number): string => String(value).padStart(8, '0')
    file.object(number, `<< /Linearized 1 /L ${wide(length)} /H [0 0] /O ${last - 1} /E ${wide(length)} /N 1 /T ${wide(main)} >>`)
    const front = [...objects.keys()].filter((one) => one !== last)
    const places = file.text.length
    const lineLength = 20
    // The places of what follows the list are known, as its length is.
    const draft = new Written()
    draft.text = file.text
    draft.table([number], `/Root 1 0 R /Size ${number + 1} /Prev ${wide(main)}`)
    let at =
      draft.text.length +
      front.length * (lineLength + 0) +
      front.map((one) => `${one} 1\n`.length).reduce((a, b) => a + b, 0) +
      'startxref\n0\n%%EOF\n'.length
    for (const one of front) {
      file.know(one, at)
      at += `${one} 0 obj\n${objects.get(one)}\nendobj\n`.length
    }
    file.table([...front, number], `/Root 1 0 R /Size ${number + 1} /Prev ${wide(main)}`)
    file.end(0)
    for (const one of front) file.object(one, objects.get(one) as string)
    file.object(last, objects.get(last) as string)
    const start = file.table([last], `/Size ${last + 1}`)
    file.end(places)
    if (round > 0 && file.text.length === length && start === main) return file.text
    if (round > 3) throw new Error('lengths do not settle')
    length = file.text.length
    main = start
  }
}

/** RC4 with forty bits, as the oldest programs write it. */
function locked(file: Written, objects: ReadonlyMap<number, string>): string {
  const padding = latin('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a')
  const owner = 'o'.repeat(32)
  const id = '0123456789abcdef'
  const key = md5(`${padding}${owner}\xfc\xff\xff\xff${id}`).slice(0, 5)
  const hex = (text: string): string => `<${Buffer.from(text, 'latin1').toString('hex')}>`
  for (const [number, body] of objects) {
    const own = md5(`${key}${String.fromCharCode(number, 0, 0, 0, 0)}`).slice(0, 10)
    const text = body.replace(/\((\w+)\)/g, (_, string) => hex(rc4(own, string)))
    file.object(
      number,
      text.replace(/(stream\n)([\s\S]*)(\nendstream)$/, (_, head, data, tail) => head + rc4(own, data) + tail),
    )
  }
  const encrypt = `<< /Filter /Standard /V 1 /R 2 /P -4 /O ${hex(owner)} /U ${hex(rc4(key, padding))} >>`
  file.end(file.table([...objects.keys()], `/Root 1 0 R /Size ${sizeOf(objects)} /ID [${hex(id)} ${hex(id)}] /Encrypt ${encrypt}`))
  return file.text
}

const latin = (hex: string): string => Buffer.from(hex, 'hex').toString('latin1')
const md5 = (text: string): string => createHash('md5').update(text, 'latin1').digest().toString('latin1')

function rc4(key: string, text: string): string {
  const state = Array.from({ length: 256 }, (_, i) => i)
  const at = (i: number): number => state[i % 256] as number
  const swap = (i: number, j: number): void => {
    ;[state[i], state[j]] = [at(j), at(i)]
  }
  let j = 0
  for (let i = 0; i < 256; i++) {
    j = (j + at(i) + key.charCodeAt(i % key.length)) % 256
    swap(i, j)
  }
  let i = 0
  j = 0
  return text.replace(/[\s\S]/g, (character) => {
    i = (i + 1) % 256
    j = (j + at(i)) % 256
    swap(i, j)
    return String.fromCharCode(character.charCodeAt(0) ^ at(at(i) + at(j)))
  })
}

type Entry = readonly [number: number, kind: number, first: number, second: number]

class Written {
  text = '%PDF-1.7\n'
  readonly #places = new Map<number, number>()

  object(number: number, body: string): void {
    this.#places.set(number, this.text.length)
    this.text += `${number} 0 obj\n${body}\nendobj\n`
  }

  know(number: number, place: number): void {
    this.#places.set(number, place)
  }

  placeOf(number: number): number {
    return this.#places.get(number) as number
  }

  table(numbers: readonly number[], trailer: string, shift = 0): number {
    const start = this.text.length
    const line = (number: number): string => `${number} 1\n${String(this.placeOf(number) + shift).padStart(10, '0')} 00000 n \n`
    this.text += `xref\n0 1\n0000000000 65535 f \n${numbers.map(line).join('')}trailer\n<< ${trailer} >>\n`
    return start
  }

  list(number: number, entries: readonly Entry[], trailer: string): number {
    const start = this.text.length
    const all: readonly Entry[] = [...entries, [number, 1, start, 0]]
    const bytes = (value: number, length: number): string =>
      Array.from({ length }, (_, i) => String.fromCharCode(Math.floor(value / 256 ** (length - 1 - i)) % 256)).join('')
    const data = all.map(([, kind, first, second]) => bytes(kind, 1) + bytes(first, 4) + bytes(second, 2)).join('')
    const index = all.map(([one]) => `${one} 1`).join(' ')
    this.object(number, stream(data, `/Type /XRef /W [1 4 2] /Index [${index}] ${trailer}`))
    return start
  }

  end(start: number): void {
    this.text += `startxref\n${start}\n%%EOF\n`
  }
}

const sizeOf = (objects: ReadonlyMap<number, string>): number => Math.max(...objects.keys()) + 1
