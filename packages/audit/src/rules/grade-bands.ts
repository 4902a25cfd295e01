/** Grades by score (优、良、中、差): the bands that a report prints, and those in use where it prints none. */
import { compare, type Decimal, decimal, subtract } from '@jiheng/quantity'
import type { ClaimSet } from '../claims/claim-set.ts'

export type Grade = '优' | '良' | '中' | '差'

export interface Band {
  readonly grade: Grade
  readonly low: Decimal
  readonly high: Decimal
}

/** Words for the four grades. */
export const GRADE_OF_WORD: Readonly<Record<string, Grade>> = {
  优: '优',
  优秀: '优',
  良: '良',
  良好: '良',
  中: '中',
  一般: '中',
  合格: '中',
  中等: '中',
  差: '差',
  较差: '差',
  不合格: '差',
}
/** Lower bounds of 优, 良 and 中 in places that print none. */
export const CUTS_IN_USE: readonly (readonly [number, number, number])[] = [
  [90, 80, 60],
  [90, 80, 70],
  [85, 75, 60],
]

const BAND =
  /(\d{1,3})分?(?:[（(][^（()）]{1,4}[）)])?分?[-—－–~～至到]{1,2}(\d{1,3})分?(?:[（(][^（()）]{1,4}[）)])?分?(?:的)?(?:[，,])?(?:为|评为|是|：|:)?[“"「]?(优秀?|良好?|中等?|合格|一般|较?差|不合格)/g
const LOWEST = /(\d{1,3})分?(?:[（(]不含[^（()）]{0,4}[）)])?以下(?:的)?(?:为|评为|是|：|:)?[“"「]?(较?差|不合格)/
/** 90分及以上为优, 90（含）以上评为优秀; of full marks of a hundred. */
const HIGHEST = /(\d{1,3})分?(?:[（(]含[^（()）]{0,3}[）)])?分?(?:及|（含）|\(含\))?以上(?:的)?(?:为|评为|是|：|:)?[“"「]?(优秀?)/
const HUNDRED = decimal('100')
const ZERO = decimal('0')

/** The bands that the report prints, each grade once; fewer than three say too little. */
export function bandsOf(set: ClaimSet): Band[] {
  const bands = new Map<Grade, Band>()
  for (const block of set.report.blocks) {
    if (!('text' in block) || !/优/.test(block.text)) continue
    for (const band of bandsIn(block.text)) if (!bands.has(band.grade)) bands.set(band.grade, band)
  }
  return [...bands.values()]
}

/** Those of a given scheme; null when it gives none, or words them in a way that is not one of the four. */
export function bandsOfScheme(grades: readonly { readonly label: string; readonly from: string }[] | null): Band[] | null {
  if (grades === null || grades.length < 3) return null
  const bands = grades.map(({ label, from }, at): Band | null => {
    const grade = GRADE_OF_WORD[label]
    return grade === undefined
      ? null
      : { grade, low: decimal(from), high: at === 0 ? HUNDRED : decimal((grades[at - 1] as { from: string }).from) }
  })
  return bands.every((band) => band !== null) ? bands : null
}

/** "90（含）-100分为优、80（含）-90分为良、60（含）-80分为中、60分以下为差". */
export function bandsIn(text: string): Band[] {
  const bands: Band[] = []
  const plain = text.replace(/\s/g, '')
  for (const match of plain.matchAll(BAND)) {
    const [a, b] = [decimal(match[1] as string), decimal(match[2] as string)]
    const grade = GRADE_OF_WORD[match[3] as string]
    if (grade !== undefined) bands.push(compare(a, b) <= 0 ? { grade, low: a, high: b } : { grade, low: b, high: a })
  }
  const highest = HIGHEST.exec(plain)
  if (highest !== null && compare(decimal(highest[1] as string), HUNDRED) < 0 && bands.every(({ grade }) => grade !== '优'))
    bands.push({ grade: '优', low: decimal(highest[1] as string), high: HUNDRED })
  const lowest = LOWEST.exec(plain)
  if (lowest !== null) bands.push({ grade: '差', low: ZERO, high: decimal(lowest[1] as string) })
  return bands
}

/** Half-open from below, the top band closed; a score in a gap of whole numbers (89.5) has no grade by the print. */
export function gradesIn(bands: readonly Band[], score: Decimal): Grade[] {
  return bands
    .filter(
      (band) =>
        compare(score, band.low) >= 0 &&
        (compare(score, band.high) < 0 || (compare(score, band.high) === 0 && compare(subtract(band.high, HUNDRED), ZERO) === 0)),
    )
    .map((band) => band.grade)
}

export function gradeBy(cuts: readonly [number, number, number], score: Decimal): Grade {
  const at = (cut: number): boolean => compare(score, decimal(String(cut))) >= 0
  return at(cuts[0]) ? '优' : at(cuts[1]) ? '良' : at(cuts[2]) ? '中' : '差'
}
