export type { Anchor } from './anchor.ts'
export type { Claim, Role, Scope } from './claim.ts'
export type { Concept, ConceptId } from './concept.ts'
export { CONCEPTS, type ConceptMatch, conceptAtEnd, conceptById } from './concepts/catalogue.ts'
export { type CostSide, ECONOMIC_ITEMS, type EconomicItem } from './concepts/economic-items.ts'
export { COMPARISON_WORDS, type Direction, type DirectionMatch, directionAtEnd } from './lexicons/directions.ts'
export { COPULAS, NEUTRAL_WORDS, OPENERS, SCOPE_WORDS, SELF_WORDS, TOTAL_WORDS } from './lexicons/phrases.ts'
export { type OperandNeed, RATES, type RateDefinition, type RateMatch, type RateReading, rateAtEnd } from './lexicons/rates.ts'
export { DONE_ROLES, PLANNED_ROLES, type RoleMatch, roleAtEnd } from './lexicons/roles.ts'
export {
  ALL_FUNDS_ROW,
  COLUMN_NUMBERS_ROW,
  COUNT_COLUMN,
  DEDUCTION_COLUMN,
  FUND_PART_ROW,
  MAX_LABEL,
  NAME_COLUMN,
  PLAIN_COLUMN,
  PRICE_COLUMN,
  RULE_COLUMN,
  TOTAL_ROW,
  UNIT_COLUMN,
  WITHIN_ROW,
} from './lexicons/table-words.ts'
export { cellToBlock, type Origin, type Segment, toOriginal } from './origin.ts'
export { type Place, placeAt, type Spot } from './place.ts'
export type { Problem, ProblemCode } from './problem.ts'
export { beginnings, endings, type WordMatch } from './word-ends.ts'
