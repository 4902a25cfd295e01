import { beforeAll, describe, expect, it } from 'vitest'
import { gateNames, gatesOf, inWords } from '../../bench/accuracy/gates.ts'
import { type Accuracy, measure } from '../../bench/accuracy/measure.ts'
import { readLabels } from '../../bench/labels/read-labels.ts'

describe('accuracy over the corpus', () => {
  let accuracy: Accuracy
  beforeAll(() => {
    accuracy = measure(readLabels(['labelled', 'clean']), { mutants: 150 })
  }, 120_000)

  it('says nothing of severity error or warning on a report without faults', () => {
    const alarms = accuracy.alarms.flatMap((report) =>
      [...report.error, ...report.warning].map((finding) => `${report.doc} ${finding.check}: ${finding.message} ${finding.computation}`),
    )
    expect(alarms).toEqual([])
  })

  for (const name of gateNames) {
    it(`keeps its gate: ${name} …`, () => {
      const gate = gatesOf(accuracy).find((one) => one.name === name)
      expect(gate?.holds, gate ? inWords(gate) : 'nothing was measured').toBe(true)
    })
  }
})
