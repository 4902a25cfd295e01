/** Which part of an Office package plays which role: [Content_Types] and .rels. */
import { PACKAGE_LIMITS } from './limits.ts'
import type { Package } from './open-package.ts'
import { type Attributes, readXmlPart } from './read-xml.ts'

export interface Relationship {
  readonly id: string
  /** The last word of the type's address: officeDocument, styles, footnotes … Transitional and strict names agree there. */
  readonly type: string
  /** Name of the part; null for something outside the package. */
  readonly target: string | null
}

/** Of a part, or of the package when `part` is ''. Empty when there are none. */
export async function relationshipsOf(from: Package, part: string): Promise<readonly Relationship[]> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const rels = relationshipsPart(part)
  if (!from.has(rels)) return []
  const found: Relationship[] = []
  const open = (name: string, at: Attributes): void => {
    if (name !== 'Relationship') return
    const target = at.TargetMode === 'External' ? null : resolved(folder, at.Target ?? '')
    found.push({ id: at.Id ?? '', type: (at.Type ?? '').replace(/^.*\//, ''), target })
  }
  await readXmlPart(from, rels, { open, close: () => {} }, PACKAGE_LIMITS.maxXmlDepth)
  return found
}

/** Name of the part that holds the relationships of a part. */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf('/')
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`
}

function resolved(folder: string, target: string): string {
  const parts: string[] = []
  for (const part of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}
