/** The way back: comment marks out of a Word part, and the runs joined that were split for them. */
import { attributeAt, type Edit, scanXml, splice, type Tag } from '@jiheng/ooxml'
import { SPLIT_SIGN } from './insert-marks.ts'

/** The part as it was before the marks of these comments were put in. Throws PackageRefused. */
export function withoutMarks(xml: string, ids: ReadonlySet<string>): string {
  const removals = markRemovals(xml, ids)
  const clean = splice(xml, removals)
  let gone = 0
  const cuts = removals.map(({ start, end }) => {
    const at = start - gone
    gone += end - start
    return at
  })
  return splice(
    clean,
    [...new Set(cuts)].flatMap((at) => joinAt(clean, at)),
  )
}

/** Marks and references of these comments, in order. Throws PackageRefused. */
export function markRemovals(xml: string, ids: ReadonlySet<string>): readonly Edit[] {
  const removals: Edit[] = []
  const open: { readonly tag: Tag; children: number; reference: Tag | null }[] = []
  const isOurs = (tag: Tag): boolean => ids.has(attributeAt(xml, tag, 'id') ?? '')
  scanXml(xml, {
    open: (tag) => {
      const parent = open.at(-1)
      if (parent && tag.local !== 'rPr') parent.children++
      if (parent && tag.local === 'commentReference' && isOurs(tag)) parent.reference = tag
      open.push({ tag, children: 0, reference: null })
    },
    close: (closing) => {
      const { tag, children, reference } = open.pop() as (typeof open)[number]
      if (/^commentRange(?:Start|End)$/.test(tag.local) && isOurs(tag)) removals.push({ start: tag.start, end: closing.end, text: '' })
      if (reference === null) return
      // The reference has a run of its own, unless a program has put it into another one.
      const { start, end } = tag.local === 'r' && children === 1 ? { start: tag.start, end: closing.end } : reference
      removals.push({ start, end, text: '' })
    },
  })
  return removals.sort((a, b) => a.start - b.start)
}

/** Whether a run was opened again at the offset, and how it becomes one with the run before. */
function joinAt(xml: string, offset: number): readonly Edit[] {
  const run = signedTag(xml, offset)
  if (run === null || !xml.endsWith(`</${run.name}>`, offset)) return []
  const content = behindProperties(xml, run.end, run.name.replace(/r$/, 'rPr'))
  const leftEnd = offset - `</${run.name}>`.length
  const text = signedTag(xml, content)
  if (text === null || !xml.endsWith(`</${text.name}>`, leftEnd)) return [{ start: leftEnd, end: content, text: '' }]
  const textEnd = leftEnd - `</${text.name}>`.length
  return [...keptSpace(xml, text.name, textEnd), { start: textEnd, end: text.end, text: '' }]
}

const SIGNED = new RegExp(`<([^\\s<>/]+)[^<>]*${SPLIT_SIGN}>`, 'y')

function signedTag(xml: string, at: number): { readonly name: string; readonly end: number } | null {
  SIGNED.lastIndex = at
  const [, name] = SIGNED.exec(xml) ?? []
  return name === undefined ? null : { name, end: SIGNED.lastIndex }
}

/** Properties may hold what they were before a tracked change. */
function behindProperties(xml: string, at: number, name: string): number {
  if (!new RegExp(`^<${name}[\\s/>]`).test(xml.slice(at, at + name.length + 2))) return at
  const tag = new RegExp(`<(/?)${name}(?:\\s[^<>]*?)?(/?)>`, 'g')
  tag.lastIndex = at
  let depth = 0
  for (let found = tag.exec(xml); found; found = tag.exec(xml)) {
    if (found[1] === '/') depth--
    else if (found[2] === '') depth++
    if (depth === 0) return tag.lastIndex
  }
  return at
}

/** The attribute that we gave to the left half. */
function keptSpace(xml: string, name: string, end: number): readonly Edit[] {
  const start = xml.lastIndexOf(`<${name}`, end)
  const tag = xml.slice(start, xml.indexOf('>', start) + 1)
  const added = `${SPLIT_SIGN}xml:space="preserve"`
  const at = tag.indexOf(added)
  return at < 0 ? [] : [{ start: start + at, end: start + at + added.length, text: '' }]
}
