/** An update that stands behind a PDF file: changed and new objects and the list of their places. Read as the library writes it, written anew after changes. */
import { endOfValue, entriesOf } from './written-values.ts'

/** Each character stands for a byte. */
export interface UpdateObject {
  readonly number: number
  readonly generation: number
  readonly body: string
}

export interface Update {
  readonly objects: readonly UpdateObject[]
  /** Values by key, as written. */
  readonly trailer: ReadonlyMap<string, string>
  /** Of the object that lists the places, where it is a stream; null for a table. */
  readonly listObject: number | null
}

const HEAD = /\s*(\d+) (\d+) obj\n/y

export function readUpdate(text: string): Update {
  const objects: UpdateObject[] = []
  let at = 0
  for (;;) {
    HEAD.lastIndex = at
    const head = HEAD.exec(text)
    if (head === null) break
    const start = HEAD.lastIndex
    const end = endOfBody(text, start)
    objects.push({ number: Number(head[1]), generation: Number(head[2]), body: text.slice(start, end) })
    at = end + '\nendobj\n'.length
  }
  if (text.startsWith('xref\n', at)) return { objects, trailer: trailerOf(text, at), listObject: null }
  const list = objects.pop()
  if (list === undefined || !text.startsWith('startxref\n', at)) throw new Error('an update that the PDF library wrote in another way')
  return { objects, trailer: entriesOf(list.body), listObject: list.number }
}

function endOfBody(text: string, start: number): number {
  const end = endOfValue(text, start)
  if (!text.startsWith(' stream\n', end)) return end
  const length = Number(entriesOf(text, start).get('Length'))
  return end + ' stream\n'.length + length + '\nendstream'.length
}

function trailerOf(text: string, at: number): ReadonlyMap<string, string> {
  const start = text.indexOf('\ntrailer\n', at)
  return entriesOf(text, start + '\ntrailer\n'.length)
}

/** `base` is how many bytes of the file stand before the update. */
export function writeUpdate({ objects, trailer, listObject }: Update, base: number): string {
  const sorted = [...objects].sort((a, b) => a.number - b.number)
  const places: Place[] = []
  let at = base
  const parts: string[] = []
  const add = (part: string): void => {
    parts.push(part)
    at += part.length
  }
  for (const { number, generation, body } of sorted) {
    places.push({ number, generation, at })
    add(`${number} ${generation} obj\n${body}\nendobj\n`)
  }
  const start = at
  if (listObject === null) add(`${tableOf(places)}trailer\n${dictionary(trailer)}\n`)
  else add(listStream([...places, { number: listObject, generation: 0, at }], trailer, listObject))
  add(`startxref\n${start}\n%%EOF\n`)
  return parts.join('')
}

interface Place {
  readonly number: number
  readonly generation: number
  readonly at: number
}

export function dictionary(entries: Iterable<readonly [string, string]>): string {
  return `<<${Array.from(entries, ([key, value]) => ` /${key} ${value}`).join('')} >>`
}

function tableOf(places: readonly Place[]): string {
  const line = ({ at, generation }: Place): string => `${String(at).padStart(10, '0')} ${String(generation).padStart(5, '0')} n \n`
  return `xref\n${runsOf(places)
    .map((run) => `${(run[0] as Place).number} ${run.length}\n${run.map(line).join('')}`)
    .join('')}`
}

/** Kinds in one byte, places in four, generations in two. */
function listStream(places: readonly Place[], trailer: ReadonlyMap<string, string>, number: number): string {
  const sorted = [...places].sort((a, b) => a.number - b.number)
  const data = sorted.map(({ at, generation }) => bytesOf(1, 1) + bytesOf(at, 4) + bytesOf(generation, 2)).join('')
  const index = runsOf(sorted).map((run) => `${(run[0] as Place).number} ${run.length}`)
  const entries = new Map([
    ...trailer,
    ['Type', '/XRef'],
    ['Index', `[${index.join(' ')}]`],
    ['W', '[1 4 2]'],
    ['Length', String(data.length)],
  ])
  return `${number} 0 obj\n${dictionary(entries)}\nstream\n${data}\nendstream\nendobj\n`
}

/** Objects whose numbers follow one another. */
function runsOf(places: readonly Place[]): readonly (readonly Place[])[] {
  const runs: Place[][] = []
  for (const place of places) {
    const run = runs.at(-1)
    if (run && (run.at(-1) as Place).number + 1 === place.number) run.push(place)
    else runs.push([place])
  }
  return runs
}

function bytesOf(value: number, length: number): string {
  const bytes: number[] = []
  for (let i = 0; i < length; i++) bytes.unshift(Math.floor(value / 256 ** i) % 256)
  return String.fromCharCode(...bytes)
}
