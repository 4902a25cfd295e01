/** What is answered when something cannot be done. The codes are a closed table: problem-codes.ts. */
import * as z from 'zod'
import { type ProblemCode, problemCodes } from './problem-codes.ts'

export const problemCode = z.enum(Object.keys(problemCodes) as [ProblemCode, ...ProblemCode[]])

/** In the manner of RFC 9457: served as application/problem+json. */
export const wireProblem = z.object({
  code: problemCode,
  status: z.int(),
  /** What is wrong, for a person. */
  message: z.string(),
  /** What to do about it. */
  remedy: z.string(),
  /** Where: the path into what was sent. */
  at: z.array(z.union([z.string(), z.number()])),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type WireProblem = z.infer<typeof wireProblem>

export type Details = Readonly<Record<string, string | number>>

/** Something that cannot be done, and why. Thrown where it is noticed; the one writer of answers words it. */
export class Refusal extends Error {
  readonly code: ProblemCode
  readonly at: readonly (string | number)[]
  readonly details: Details

  constructor(
    code: ProblemCode,
    { at = [], details = {} }: { readonly at?: readonly (string | number)[]; readonly details?: Details } = {},
  ) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.at = at
    this.details = details
  }
}

/** Details stand in the message where it names them in braces. */
export function problemOf({ code, at, details }: Refusal): WireProblem {
  const { status, message, remedy } = problemCodes[code]
  const fill = (text: string) => text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(details[name] ?? whole))
  return { code, status, message: fill(message), remedy: fill(remedy), at: [...at], details: { ...details } }
}
