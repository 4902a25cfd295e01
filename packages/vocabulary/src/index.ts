export type { Anchor } from './anchor.ts'
export type { Claim, Role, Scope } from './claim.ts'
export type { Concept, ConceptId } from './concept.ts'
export type { Problem, ProblemCode } from './problem.ts'
