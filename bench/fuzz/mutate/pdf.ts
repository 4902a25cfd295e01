/** Changes to the objects and the content of a PDF whose streams are not packed. */
import type { Random } from '../random.ts'

const NUMBERS = ['0', '-1', '1', '0.0001', '-0.5', '65536', '2147483647', '-2147483648', '1e10', '99999999999', '.', '--1']
const NAMES = [
  '/Page',
  '/Pages',
  '/Font',
  '/Length',
  '/Kids',
  '/Parent',
  '/Type0',
  '/Form',
  '/Image',
  '/FlateDecode',
  '/Encrypt',
  '/Identity-H',
]
const OPERATORS = [
  'q',
  'Q',
  'cm',
  're',
  'f',
  'S',
  'BT',
  'ET',
  'Tj',
  'TJ',
  'Td',
  'Tm',
  'Tf',
  'Do',
  'BI',
  'EI',
  'm',
  'l',
  'h',
  'c',
  'sh',
  'gs',
  'Tr',
]

/** Latin text, so that no byte is lost. */
export function mutatePdf(bytes: Uint8Array, random: Random): Buffer {
  let text = Buffer.from(bytes).toString('latin1')
  for (let left = random.few(20); left > 0; left--) {
    const next = random.pick(CHANGES)(text, random)
    if (next.length < bytes.length * 4 + 65_536) text = next
  }
  return Buffer.from(text, 'latin1')
}

type Change = (text: string, random: Random) => string

const CHANGES: readonly Change[] = [
  (text, random) => replaceOne(text, random, /-?\d+(\.\d+)?/g, () => random.pick(NUMBERS)),
  (text, random) => replaceOne(text, random, /-?\d+(\.\d+)?/g, (found) => String(Number(found) * random.pick([-1, 10, 1000, 0.001]))),
  (text, random) => replaceOne(text, random, /\d+ \d+ R/g, () => `${1 + random.below(20)} 0 R`),
  (text, random) => replaceOne(text, random, /\/[A-Za-z0-9]+/g, () => random.pick(NAMES)),
  (text, random) => replaceOne(text, random, /(?<=\s)(re|cm|Tm|Td|Tj|TJ|Tf|BT|ET|q|Q|S|f|m|l|Do)(?=\s)/g, () => random.pick(OPERATORS)),
  (text, random) => replaceOne(text, random, /<[0-9A-Fa-f]+>/g, (found) => found.repeat(random.few(500))),
  (text, random) => replaceOne(text, random, /\n[^\n]+/g, (found) => found.repeat(random.few(2000))),
  (text, random) => replaceOne(text, random, /\n[^\n]+/g, () => ''),
  (text, random) => replaceOne(text, random, /<<|>>|\[|\]/g, (found) => found.repeat(random.few(300))),
]

function replaceOne(text: string, random: Random, pattern: RegExp, by: (found: string) => string): string {
  const found = [...text.matchAll(pattern)]
  const chosen = found[random.below(Math.max(1, found.length))]
  return chosen ? text.slice(0, chosen.index) + by(chosen[0]) + text.slice(chosen.index + chosen[0].length) : text
}
