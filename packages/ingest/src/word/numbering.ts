/** Automatic numbers of lists: word/numbering.xml, and the counting as the document goes. */
import { type Attributes, PACKAGE_LIMITS, type Package, readXmlPart } from '@jiheng/ooxml'
import { formatNumber } from './number-formats.ts'

interface Level {
  start: number
  format: string
  /** `%1.%2、`: where the numbers of the levels go. */
  text: string
  suffix: string
  isLegal: boolean
  /** It starts again behind this level, counted from 1; 0: never. */
  restart: number | null
  style: string | null
}

interface Scheme {
  readonly levels: Map<number, Level>
  /** A scheme that only names a list style. */
  styleLink: string | null
  /** The list style that it defines. */
  style: string | null
}

interface FoundScheme {
  readonly id: string
  readonly scheme: Scheme
}

interface List {
  scheme: string
  readonly starts: Map<number, number>
  readonly levels: Map<number, Level>
}

const MOST_LEVELS = 9
const LARGEST_NUMBER = 99_999

export class Numbering {
  readonly #schemes = new Map<string, Scheme>()
  readonly #lists = new Map<string, List>()
  /** The schemes that define list styles, by style. */
  #byStyle: ReadonlyMap<string, FoundScheme> | null = null
  /** Of each scheme: how far each level has counted. Lists of one scheme count together. */
  readonly #counts = new Map<string, (number | null)[]>()
  readonly #begun = new Set<string>()

  /** Rejects with PackageRefused. Without the part there are no automatic numbers. */
  static async read(pack: Package, part: string | null): Promise<Numbering> {
    const numbering = new Numbering()
    if (part !== null && pack.has(part)) await readXmlPart(pack, part, new NumberingReader(numbering), PACKAGE_LIMITS.maxXmlDepth)
    return numbering
  }

  addScheme(id: string): Scheme {
    const scheme: Scheme = { levels: new Map(), styleLink: null, style: null }
    this.#schemes.set(id, scheme)
    return scheme
  }

  addList(id: string): List {
    const list: List = { scheme: '', starts: new Map(), levels: new Map() }
    this.#lists.set(id, list)
    return list
  }

  /** The level of the list that belongs to a paragraph style; 0 where none does. */
  levelOfStyle(listId: string, style: string): number {
    const scheme = this.#schemeOf(this.#lists.get(listId)?.scheme ?? '')
    for (const [at, level] of scheme?.scheme.levels ?? []) if (level.style === style) return at
    return 0
  }

  /** Counts one on and gives the number as shown, with what sets it apart from the text; '' for none. */
  next(listId: string, at: number): string {
    const list = this.#lists.get(listId)
    const found = list && this.#schemeOf(list.scheme)
    if (!list || !found || at < 0 || at >= MOST_LEVELS) return ''
    const level = list.levels.get(at) ?? found.scheme.levels.get(at)
    if (!level) return ''
    const counts = this.#count(listId, list, found, at)
    const number = level.text.replace(/%([1-9])/g, (_, digit: string) => this.#shown(list, found.scheme, counts, Number(digit) - 1, level))
    return number === '' ? '' : number + gapBehind(number, level.suffix)
  }

  #count(listId: string, list: List, { id, scheme }: FoundScheme, at: number): (number | null)[] {
    const counts = this.#counts.get(id) ?? Array<number | null>(MOST_LEVELS).fill(null)
    this.#counts.set(id, counts)
    if (!this.#begun.has(listId)) {
      this.#begun.add(listId)
      for (const [level] of list.starts) counts[level] = null
    }
    counts[at] = Math.min(LARGEST_NUMBER, (counts[at] ?? startOf(list, scheme, at) - 1) + 1)
    for (let below = at + 1; below < MOST_LEVELS; below++) {
      const restart = (list.levels.get(below) ?? scheme.levels.get(below))?.restart
      if (restart === null || restart === undefined || (restart > 0 && at < restart)) counts[below] = null
    }
    return counts
  }

  #shown(list: List, scheme: Scheme, counts: readonly (number | null)[], at: number, by: Level): string {
    const level = list.levels.get(at) ?? scheme.levels.get(at)
    const value = counts[at] ?? startOf(list, scheme, at)
    return formatNumber(value, by.isLegal ? 'decimal' : (level?.format ?? 'decimal'))
  }

  /** Through a link to a list style to the scheme that defines it. */
  #schemeOf(id: string): FoundScheme | null {
    const scheme = this.#schemes.get(id)
    if (!scheme) return null
    if (scheme.styleLink === null || scheme.levels.size > 0) return { id, scheme }
    return this.#schemesOfStyles().get(scheme.styleLink) ?? { id, scheme }
  }

  /** Looked up for each paragraph of such a list, so not searched each time. */
  #schemesOfStyles(): ReadonlyMap<string, FoundScheme> {
    if (this.#byStyle !== null) return this.#byStyle
    const found = new Map<string, FoundScheme>()
    for (const [id, scheme] of this.#schemes) if (scheme.style !== null && !found.has(scheme.style)) found.set(scheme.style, { id, scheme })
    this.#byStyle = found
    return found
  }
}

function startOf(list: List, scheme: Scheme, at: number): number {
  return list.starts.get(at) ?? (list.levels.get(at) ?? scheme.levels.get(at))?.start ?? 1
}

/** `一、` and `（一）` stand at their text; `1.1` does not. */
function gapBehind(number: string, suffix: string): string {
  return suffix !== 'nothing' && /[\dA-Za-z０-９]$/.test(number) ? ' ' : ''
}

class NumberingReader {
  readonly #numbering: Numbering
  #scheme: Scheme | null = null
  #list: List | null = null
  #level: Level | null = null
  #levelOfOverride = 0

  constructor(numbering: Numbering) {
    this.#numbering = numbering
  }

  readonly open = (name: string, at: Attributes): void => {
    const value = at.val ?? ''
    switch (name) {
      case 'abstractNum':
        this.#scheme = this.#numbering.addScheme(at.abstractNumId ?? '')
        break
      case 'num':
        this.#list = this.#numbering.addList(at.numId ?? '')
        break
      case 'abstractNumId':
        if (this.#list) this.#list.scheme = value
        break
      case 'lvlOverride':
        this.#levelOfOverride = Number(at.ilvl ?? 0)
        break
      case 'startOverride':
        this.#list?.starts.set(this.#levelOfOverride, whole(value, 1))
        break
      case 'lvl':
        this.#openLevel(Number(at.ilvl ?? 0))
        break
      case 'numStyleLink':
        if (this.#scheme) this.#scheme.styleLink = value
        break
      case 'styleLink':
        if (this.#scheme) this.#scheme.style = value
        break
      default:
        if (this.#level) setLevel(this.#level, name, at)
    }
  }

  readonly close = (name: string): void => {
    if (name === 'lvl') this.#level = null
    if (name === 'abstractNum') this.#scheme = null
    if (name === 'num') this.#list = null
  }

  #openLevel(at: number): void {
    this.#level = { start: 1, format: 'decimal', text: '', suffix: 'tab', isLegal: false, restart: null, style: null }
    const levels = (this.#list ?? this.#scheme)?.levels
    if (at >= 0 && at < MOST_LEVELS) levels?.set(at, this.#level)
  }
}

function setLevel(level: Level, name: string, at: Attributes): void {
  const value = at.val ?? ''
  if (name === 'start') level.start = whole(value, 1)
  else if (name === 'numFmt') level.format = value
  else if (name === 'lvlText') level.text = shownBullet(value)
  else if (name === 'suff') level.suffix = value
  else if (name === 'isLgl') level.isLegal = value !== '0' && value !== 'false'
  else if (name === 'lvlRestart') level.restart = whole(value, 0)
  else if (name === 'pStyle') level.style = value
}

/** Bullets are signs of a symbol font, in the private area. */
function shownBullet(text: string): string {
  return text.replace(/[\ue000-\uf8ff]/g, '●').slice(0, 40)
}

function whole(value: string, otherwise: number): number {
  return /^\d{1,5}$/.test(value) ? Number(value) : otherwise
}
