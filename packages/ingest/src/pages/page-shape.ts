/** What a picture of a page needs besides its words: how large it is, how it is turned, which rules are drawn on it. */
import type { PageShape } from '../source-document.ts'
import { mergeRules } from './merged-rules.ts'
import type { Box, Page } from './page.ts'

/** Of a page; more is a drawing, not a table. */
const MOST_OF_PAGE = 4_000
/** Of a document. */
export const MOST_RULES = 200_000

/** Pieces of one rule are one. At most `most` rules. */
export function pageShape({ number, box, turn, rules, toOwn }: Page, most: number): PageShape {
  const { across, down } = mergeRules(rules)
  const drawn: PageShape['rules'][number][] = []
  const add = (rule: Box): void => {
    const seen = seenPart(rule, box)
    if (seen && drawn.length < Math.min(most, MOST_OF_PAGE)) drawn.push(seen)
  }
  for (const { y, x1, x2 } of across) add(toOwn(x1, y, x2, y))
  for (const { x, y1, y2 } of down) add(toOwn(x, y1, x, y2))
  return { number, box, turn, rules: drawn }
}

/** Null where the rule is outside of what is seen. */
function seenPart([x1, y1, x2, y2]: Box, [left, bottom, right, top]: Box): Box | null {
  const seen: Box = [Math.max(x1, left), Math.max(y1, bottom), Math.min(x2, right), Math.min(y2, top)]
  if (!(seen[0] <= seen[2] && seen[1] <= seen[3])) return null
  return [round(seen[0]), round(seen[1]), round(seen[2]), round(seen[3])]
}

/** To a tenth of a point: finer than anybody sees. */
const round = (value: number): number => Math.round(value * 10) / 10
