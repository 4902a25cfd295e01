import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ProblemCode, problemCodes, problemOf, Refusal, wireProblem } from '../src/index.ts'

const codes = Object.keys(problemCodes) as ProblemCode[]

describe('problems', () => {
  it('fills the details into the words', () => {
    const problem = problemOf(new Refusal('session.locked', { details: { minutes: 15 } }))
    expect(problem.remedy).toContain('请 15 分钟后再试')
    expect(problem.status).toBe(429)
  })

  it('a detail that is not given stays visible instead of vanishing', () => {
    expect(problemOf(new Refusal('session.locked')).remedy).toContain('{minutes}')
  })

  it('whatever the details hold, the answer has the shape of the contract', () => {
    fc.assert(
      fc.property(fc.constantFrom(...codes), fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer())), (code, details) => {
        expect(wireProblem.safeParse(problemOf(new Refusal(code, { details }))).success).toBe(true)
      }),
    )
  })

  it.each(codes)('%s says what is wrong and what to do', (code) => {
    const { message, remedy, status } = problemCodes[code]
    expect(message).toMatch(/\p{Script=Han}/u)
    expect(remedy).toMatch(/[。]$/)
    expect(status).toBeGreaterThanOrEqual(400)
  })
})
