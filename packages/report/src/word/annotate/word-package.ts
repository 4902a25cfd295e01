/** The parts of a Word file that comments touch, found and written back. */
import {
  attributeAt,
  openPackage,
  type Package,
  PackageRefused,
  partText,
  relationshipsOf,
  relationshipsPart,
  rewritePackage,
  scanXml,
  splice,
} from '@jiheng/ooxml'
import { appendToRoot, STRICT } from './comments-part.ts'

export interface WordPackage {
  readonly pack: Package
  readonly mainPart: string
  readonly mainText: string
  /** Part of the comments; null where there are none. */
  readonly commentsPart: string | null
  /** Of a part that is there. */
  readonly textOf: (part: string) => Promise<string>
  readonly partOf: (type: string) => string | null
}

const CONTENT_TYPES = '[Content_Types].xml'
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const STRICT_OFFICE = 'http://purl.oclc.org/ooxml/officeDocument/relationships'
/** Tells our relationship from one of the sender's. */
const OUR_ID = 'rIdJiheng'

/** Rejects with PackageRefused for what is no Word file. */
export async function openWord(bytes: Uint8Array): Promise<WordPackage> {
  const pack = await openPackage(bytes)
  const named = (await relationshipsOf(pack, '')).find(({ type }) => type === 'officeDocument')?.target ?? null
  const mainPart = named !== null && pack.has(named) ? named : 'word/document.xml'
  if (!pack.has(mainPart) || !pack.has(CONTENT_TYPES)) throw new PackageRefused('damaged', mainPart, 'no document')
  const parts = await relationshipsOf(pack, mainPart)
  const partOf = (type: string): string | null => {
    const target = parts.find((one) => one.type === type)?.target ?? null
    return target !== null && pack.has(target) ? target : null
  }
  const textOf = async (part: string): Promise<string> => partText(await pack.read(part), part).text
  return { pack, mainPart, mainText: await textOf(mainPart), commentsPart: partOf('comments'), textOf, partOf }
}

export type WordExtension = 'docx' | 'docm' | 'dotx' | 'dotm'

/** What a file of this content has to be called: Word opens none whose name and content disagree about macros or templates. */
export async function wordExtension({ mainPart, textOf }: WordPackage): Promise<WordExtension> {
  const types = await textOf(CONTENT_TYPES)
  let found: WordExtension = 'docx'
  scanXml(types, {
    open: (tag) => {
      const named = attributeAt(types, tag, 'PartName')
      if (tag.local !== 'Override' || named?.toLowerCase() !== `/${mainPart}`.toLowerCase()) return
      const type = attributeAt(types, tag, 'ContentType') ?? ''
      const isTemplate = /template/i.test(type)
      if (/macroEnabled/i.test(type)) found = isTemplate ? 'dotm' : 'docm'
      else if (isTemplate) found = 'dotx'
    },
    close: () => {},
  })
  return found
}

/** A copy with these parts changed, each in the encoding it had; null takes a part out. */
export async function writeWord(
  { pack }: WordPackage,
  bytes: Uint8Array,
  changes: ReadonlyMap<string, string | null>,
): Promise<Uint8Array> {
  const written = new Map<string, Uint8Array | null>()
  for (const [part, text] of changes) {
    const toBytes = pack.has(part) ? partText(await pack.read(part), part).toBytes : (added: string) => new TextEncoder().encode(added)
    written.set(part, text === null ? null : toBytes(text))
  }
  return rewritePackage(bytes, written)
}

/** A new part for comments: its name, and the parts that have to know of it. */
export async function addCommentsPart(
  { pack, mainPart, textOf }: WordPackage,
  namespace: string,
): Promise<{ readonly name: string; readonly changes: ReadonlyMap<string, string> }> {
  const types = await textOf(CONTENT_TYPES)
  const folder = mainPart.slice(0, mainPart.lastIndexOf('/') + 1)
  const name = freeName(pack, types, folder)
  const rels = relationshipsPart(mainPart)
  const before = pack.has(rels) ? await textOf(rels) : NO_RELATIONSHIPS
  const type = `${namespace === STRICT ? STRICT_OFFICE : OFFICE}/comments`
  const link = `<Relationship xmlns="${RELATIONSHIPS}" Id="${freeId(before)}" Type="${type}" Target="${name.slice(folder.length)}"/>`
  const override = `<Override xmlns="http://schemas.openxmlformats.org/package/2006/content-types" PartName="/${name}" ContentType="${COMMENTS_TYPE}"/>`
  return {
    name,
    changes: new Map([
      [CONTENT_TYPES, splice(types, appendToRoot(types, override))],
      [rels, splice(before, appendToRoot(before, link))],
    ]),
  }
}

/** Two spaces: a part that we made, not one of the sender's that happens to be empty. */
const NO_RELATIONSHIPS = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${RELATIONSHIPS}"  ></Relationships>`

function freeName(pack: Package, types: string, folder: string): string {
  for (let at = 0; ; at++) {
    const name = `${folder}comments${at === 0 ? '' : at}.xml`
    if (!pack.has(name) && !types.toLowerCase().includes(`/${name}"`.toLowerCase())) return name
  }
}

function freeId(rels: string): string {
  for (let at = 0; ; at++) {
    const id = at === 0 ? OUR_ID : `${OUR_ID}${at}`
    if (!rels.includes(`"${id}"`) && !rels.includes(`'${id}'`)) return id
  }
}

/** The parts as they were before we added the part of the comments; null where it is not ours. */
export async function removeCommentsPart(
  { pack, mainPart, textOf }: WordPackage,
  part: string,
): Promise<ReadonlyMap<string, string | null> | null> {
  const rels = relationshipsPart(mainPart)
  const links = pack.has(rels) ? await textOf(rels) : ''
  const link = new RegExp(`<Relationship xmlns="${RELATIONSHIPS}" Id="${OUR_ID}\\d*" [^<>]*/>`).exec(links)
  if (link === null) return null
  const left = links.replace(link[0], '')
  const types = await textOf(CONTENT_TYPES)
  const override = /<Override xmlns="[^"]*" PartName="([^"]*)" ContentType="[^"]*"\/>/g
  const without = types.replace(override, (all: string, name: string) => (name.toLowerCase() === `/${part}`.toLowerCase() ? '' : all))
  return new Map([
    [part, null],
    [rels, left === NO_RELATIONSHIPS ? null : left],
    [CONTENT_TYPES, without],
  ])
}
