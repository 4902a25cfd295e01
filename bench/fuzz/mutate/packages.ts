/** Changes inside a zip of XML parts, zipped again with right sizes and checksums. */
import { type Member, makeZip } from '../../formats/make-zip.ts'
import type { Random } from '../random.ts'
import { mutateBytes } from './bytes.ts'
import { mutateMarkup } from './markup.ts'

export interface Part {
  readonly name: string
  readonly content: Uint8Array
}

/** Parts that hold what is read are changed more often than the others. */
const CONTENT =
  /document\.xml$|numbering|footnotes|styles|sheet\d|sharedStrings|workbook\.xml|content\.xml|Content\.xml|OFD\.xml|Document\.xml/i

export function mutatePackage(parts: readonly Part[], random: Random): Uint8Array {
  const members = parts.map(({ name, content }): Member => ({ name, content, stored: true }))
  for (let left = random.few(3); left > 0; left--) {
    const at = partFor(members, random)
    const member = members[at]
    if (!member) continue
    const kind = random.below(20)
    if (kind === 0) members.splice(at, 1)
    else if (kind === 1) members[at] = { ...member, name: String(parts[random.below(parts.length)]?.name) }
    else if (kind === 3) members[at] = lie(member, random)
    else if (kind === 2 || !isMarkup(member.content)) members[at] = { ...member, content: mutateBytes(Buffer.from(member.content), random) }
    else members[at] = { ...member, content: mutateMarkup(Buffer.from(member.content).toString('utf8'), random) }
  }
  return makeZip(members)
}

const isMarkup = (content: Uint8Array | string): boolean => /^(\ufeff)?\s*</.test(Buffer.from(content).toString('utf8', 0, 100))

function partFor(members: readonly Member[], random: Random): number {
  const content = members.flatMap(({ name }, i) => (CONTENT.test(String(name)) ? [i] : []))
  return content.length > 0 && random.chance(0.8) ? random.pick(content) : random.below(members.length)
}

function lie(member: Member, random: Random): Member {
  const size = random.pick([0, 1, 1000, 2 ** 31, 2 ** 32 - 2])
  return random.pick<Member>([
    { ...member, stored: false, size },
    { ...member, crc: 1 },
    { ...member, isEncrypted: true },
    { ...member, name: `../${member.name}` },
  ])
}
