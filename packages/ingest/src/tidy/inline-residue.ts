/** What Word, Markdown and scanners leave inside a line: found, listed, and blanked out at the same offsets. */
import type { ResidueKind } from '../source-document.ts'

export interface InlineResidue {
  readonly kind: ResidueKind
  readonly start: number
  readonly end: number
  readonly isSpace?: true
}

interface Pattern {
  /** Found first, by plain search; the expression is only tried there. Every expression is bounded. */
  readonly needle: string
  readonly match: RegExp
  readonly kind: ResidueKind
  /** It stands for a space. */
  readonly isSpace?: true
}

const PATTERNS: readonly Pattern[] = [
  { needle: '[bookmark', match: /\[bookmark[ \t]?:?[^\]\n]{0,200}\]/y, kind: 'word-residue' },
  { needle: '_Toc', match: /_Toc\d{1,12}/y, kind: 'word-residue' },
  { needle: 'PAGEREF', match: /PAGEREF[ \t\u3000]{1,4}(_Toc\d{1,12})?([ \t\u3000]{0,4}\\[a-z])*/y, kind: 'word-residue' },
  { needle: 'HYPERLINK', match: /HYPERLINK[ \t\u3000]{0,4}(\\l[ \t\u3000]{0,4})?["“][^"”\n]{0,300}["”]/y, kind: 'word-residue' },
  { needle: 'MERGEFORMAT', match: /MERGEFORMAT(INET)?/y, kind: 'word-residue' },
  { needle: 'TOC \\o', match: /TOC \\o[^\n一-鿿]{0,60}/y, kind: 'word-residue' },
  { needle: 'EMBED ', match: /EMBED [A-Za-z]{2,20}\.[A-Za-z0-9.]{1,20}/y, kind: 'word-residue' },
  { needle: '错误！', match: /错误！(未定义书签|未找到引用源)。?/y, kind: 'word-residue' },
  { needle: '错误!', match: /错误!(未定义书签|未找到引用源)。?/y, kind: 'word-residue' },
  { needle: '&nbsp;', match: /&nbsp;/y, kind: 'word-residue', isSpace: true },
  { needle: '&emsp;', match: /&emsp;/y, kind: 'word-residue', isSpace: true },
  { needle: '&ensp;', match: /&ensp;/y, kind: 'word-residue', isSpace: true },
  { needle: '<br', match: /<br[ \t\u3000]{0,2}\/?>/y, kind: 'word-residue', isSpace: true },
  { needle: '![', match: /!\[[^\]\n]{0,200}\]\([^)\n]{0,500}\)(\{[^}\n]{0,200}\})?/y, kind: 'word-residue' },
  { needle: '扫描全能王', match: /扫描全能王[ \t\u3000]{0,4}(扫描)?[ \t\u3000]{0,4}创[ \t\u3000]{0,4}建/y, kind: 'watermark' },
  { needle: '由扫描全能王', match: /由(?=扫描全能王[ \t\u3000]{0,4}(扫描)?[ \t\u3000]{0,4}创)/y, kind: 'watermark' },
  { needle: '由 扫描全能王', match: /由(?= 扫描全能王[ \t\u3000]{0,4}(扫描)?[ \t\u3000]{0,4}创)/y, kind: 'watermark' },
]

/** Nobody sees it, and it divides no word. */
const NOTHING = '\u200b'

/** Text of the same length, with residue turned into nothing that is seen, and the list of what was there. */
export function blankInlineResidue(text: string): { clean: string; found: readonly InlineResidue[] } {
  const found = [...PATTERNS.map((pattern) => findAll(text, pattern)), findHashes(text), findBold(text), findEscapes(text)].flat()
  if (found.length === 0) return { clean: text, found }
  const sorted = withoutOverlap(found.sort((a, b) => a.start - b.start || b.end - a.end))
  const pieces: string[] = []
  let at = 0
  for (const { start, end, isSpace } of sorted) {
    pieces.push(text.slice(at, start), isSpace ? ` ${NOTHING.repeat(end - start - 1)}` : NOTHING.repeat(end - start))
    at = end
  }
  pieces.push(text.slice(at))
  return { clean: pieces.join(''), found: sorted }
}

function findAll(text: string, { needle, match, kind, isSpace }: Pattern): InlineResidue[] {
  const found: InlineResidue[] = []
  for (let at = text.indexOf(needle); at >= 0; ) {
    match.lastIndex = at
    const length = match.exec(text)?.[0].length ?? 0
    if (length > 0) found.push({ kind, start: at, end: at + length, ...(isSpace && { isSpace }) })
    at = text.indexOf(needle, at + Math.max(length, needle.length))
  }
  return found
}

const BOLD = /\*\*(?=[^\s*])([^*\n]{0,200}[^*\s])\*\*/y
/** `张**` hides a name; bold text begins after a space, a mark or at the start of a line. */
const IDEOGRAPH_OR_STAR = /[\u4e00-\u9fff\w*]/

function findBold(text: string): InlineResidue[] {
  const found: InlineResidue[] = []
  for (let at = text.indexOf('**'); at >= 0; ) {
    BOLD.lastIndex = at
    const length = at > 0 && IDEOGRAPH_OR_STAR.test(text.charAt(at - 1)) ? 0 : (BOLD.exec(text)?.[0].length ?? 0)
    if (length > 0) {
      found.push({ kind: 'word-residue', start: at, end: at + 2 })
      found.push({ kind: 'word-residue', start: at + length - 2, end: at + length })
    }
    at = text.indexOf('**', at + Math.max(length, 2))
  }
  return found
}

/** `## ` at the start of a line. The heading's level is read from the original. */
function findHashes(text: string): InlineResidue[] {
  const found: InlineResidue[] = []
  for (let at = text.indexOf('# '); at >= 0; at = text.indexOf('# ', at + 2)) {
    let start = at
    while (start > 0 && at - start < 6 && text.charAt(start - 1) === '#') start--
    if (start === 0 || text.charAt(start - 1) === '\n' || text.charAt(start - 1) === '\r') {
      found.push({ kind: 'word-residue', start, end: at + 1 })
    }
  }
  return found
}

/** Markdown writers escape the point of `1\.` and the like. */
function findEscapes(text: string): InlineResidue[] {
  const found: InlineResidue[] = []
  for (let at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', at + 1)) {
    if ('.()[]_*#-+!~`>'.includes(text.charAt(at + 1) || ' ')) found.push({ kind: 'word-residue', start: at, end: at + 1 })
  }
  return found
}

function withoutOverlap(sorted: readonly InlineResidue[]): InlineResidue[] {
  const kept: InlineResidue[] = []
  let end = 0
  for (const residue of sorted) {
    if (residue.start < end) continue
    kept.push(residue)
    end = residue.end
  }
  return kept
}
