import { describe, expect, it } from 'vitest'
import { gatesOf } from '../../bench/accuracy/gates.ts'
import { measure } from '../../bench/accuracy/measure.ts'
import { readLabels } from '../../bench/labels/read-labels.ts'

describe('accuracy over the corpus', () => {
  const accuracy = measure(readLabels(), { mutants: 150 })

  it('says nothing of severity error or warning on a report without faults', () => {
    const alarms = accuracy.alarms.flatMap((report) =>
      [...report.error, ...report.warning].map((f) => `${report.doc} ${f.check}: ${f.message} ${f.computation}`),
    )
    expect(alarms).toEqual([])
  })
  for (const gate of gatesOf(accuracy)) {
    it(`keeps its gate: ${gate.says}`, () => {
      expect(gate.holds, gate.says).toBe(true)
    })
  }
})
