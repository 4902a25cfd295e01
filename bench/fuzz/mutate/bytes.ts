/** What a bad line, a bad disk or an enemy does to bytes, knowing nothing of the format. */
import type { Random } from '../random.ts'

/** Words that mean something to one reader or another. */
const WORDS = [
  '\0\0\0\0',
  '\xff\xff\xff\xff',
  '\x80\0\0\0',
  '\xff\xfe',
  '\xef\xbb\xbf',
  '\t\t\t\t',
  '\r\n\r\n',
  '\f',
  '|',
  '"',
  '""',
  ',',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '<table>',
  '</table>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '&amp;',
  '&#x10FFFF;',
  'PK\x03\x04',
  'PK\x01\x02',
  'PK\x05\x06',
  '%PDF-1.7',
  'endstream',
  'endobj',
  '<<>>',
  '99999999999999999999',
  '-1',
  '1e309',
  '0.0000000000000000001',
  'NaN',
  '%s%n',
  '../../',
  '__proto__',
  'constructor',
  '\xd6\xd0\xce\xc4',
  '\xe5\x90\x88\xe8\xae\xa1',
  '\xe5\x85\xb6\xe4\xb8\xad\xef\xbc\x9a',
  '\xe4\xb8\x87\xe5\x85\x83',
]

type Change = (bytes: Buffer, random: Random) => Buffer

const CHANGES: readonly Change[] = [
  flipBits,
  flipBits,
  setBytes,
  setBytes,
  cutRange,
  doubleRange,
  repeatRange,
  zeroRange,
  swapRanges,
  truncate,
  insertWord,
  insertWord,
  overwriteWord,
  setNumber,
]

/** At least one change, mostly few. Never longer than twice the file and 64 KB. */
export function mutateBytes(bytes: Uint8Array, random: Random): Buffer {
  const most = bytes.length * 2 + 65_536
  let changed: Buffer = Buffer.from(bytes)
  for (let left = random.few(12); left > 0 && changed.length > 0; left--) {
    const next = random.pick(CHANGES)(changed, random)
    if (next.length <= most) changed = next
  }
  return changed
}

function flipBits(bytes: Buffer, random: Random): Buffer {
  for (let left = random.few(16); left > 0; left--) {
    const at = random.below(bytes.length)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8))
  }
  return bytes
}

function setBytes(bytes: Buffer, random: Random): Buffer {
  for (let left = random.few(16); left > 0; left--)
    bytes[random.below(bytes.length)] = random.pick([0, 0xff, 0x7f, 0x80, 0x0a, random.below(256)])
  return bytes
}

function rangeOf(bytes: Buffer, random: Random): [number, number] {
  const start = random.below(bytes.length)
  const length = 1 + random.below(random.chance(0.7) ? 64 : bytes.length)
  return [start, Math.min(bytes.length, start + length)]
}

function cutRange(bytes: Buffer, random: Random): Buffer {
  const [start, end] = rangeOf(bytes, random)
  return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)])
}

function doubleRange(bytes: Buffer, random: Random): Buffer {
  const [start, end] = rangeOf(bytes, random)
  return Buffer.concat([bytes.subarray(0, end), bytes.subarray(start)])
}

function repeatRange(bytes: Buffer, random: Random): Buffer {
  const start = random.below(bytes.length)
  const range = bytes.subarray(start, start + 1 + random.below(32))
  const times = random.few(2000)
  return Buffer.concat([bytes.subarray(0, start), ...Array<Buffer>(times).fill(range), bytes.subarray(start)])
}

function zeroRange(bytes: Buffer, random: Random): Buffer {
  const [start, end] = rangeOf(bytes, random)
  return bytes.fill(random.pick([0, 0xff, 0x20]), start, end)
}

function swapRanges(bytes: Buffer, random: Random): Buffer {
  const [a, b, c] = [random.below(bytes.length), random.below(bytes.length), random.below(bytes.length)].sort((x, y) => x - y)
  return Buffer.concat([bytes.subarray(0, a), bytes.subarray(b, c), bytes.subarray(a, b), bytes.subarray(c)])
}

function truncate(bytes: Buffer, random: Random): Buffer {
  return bytes.subarray(0, random.below(bytes.length))
}

function insertWord(bytes: Buffer, random: Random): Buffer {
  const at = random.below(bytes.length)
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(random.pick(WORDS), 'latin1'), bytes.subarray(at)])
}

function overwriteWord(bytes: Buffer, random: Random): Buffer {
  bytes.write(random.pick(WORDS), random.below(bytes.length), 'latin1')
  return bytes
}

/** Lengths, counts and offsets of binary formats. */
function setNumber(bytes: Buffer, random: Random): Buffer {
  if (bytes.length < 4) return bytes
  const value = random.pick([0, 1, 0x7fff, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xffffffff, bytes.length, random.below(2 ** 32)])
  const at = random.below(bytes.length - 3)
  if (random.chance(0.5)) bytes.writeUInt32LE(value, at)
  else bytes.writeUInt16LE(value & 0xffff, at)
  return bytes
}
