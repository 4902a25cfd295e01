export type { Anchor } from './anchor.ts'
export type { Problem, ProblemCode } from './problem.ts'
