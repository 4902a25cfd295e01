import { beforeAll, describe, expect, it } from 'vitest'
import { gateNames, gatesOf, inWords } from '../../bench/accuracy/gates.ts'
import { type Accuracy, measure } from '../../bench/accuracy/measure.ts'
import { readLabels } from '../../bench/labels/read-labels.ts'
import type { Score } from '../../bench/score/score.ts'
import { tableOf } from '../../bench/score/tables.ts'

describe('accuracy over the corpus', () => {
  let accuracy: Accuracy
  beforeAll(() => {
    accuracy = measure(readLabels(['labelled', 'clean']), { mutants: 600 })
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
      if (gate) console.log(`${gate.holds ? 'holds' : 'FAILS'}: ${inWords(gate)}`)
      expect(gate?.holds, gate ? inWords(gate) : 'nothing was measured').toBe(true)
    })
  }
})

describe('the fresh reports, which are no longer unseen', () => {
  const accuracy = measure(readLabels(['fresh']), { mutants: 0 })

  it('are silent where nothing was planted', () => {
    expect(accuracy.alarms.length).toBeGreaterThanOrEqual(6)
    expect(accuracy.alarms.flatMap((report) => [...report.error, ...report.warning]).map(({ message }) => message)).toEqual([])
  })

  it('show the planted slips, and nothing else', () => {
    const found = tableOf(accuracy.byStrangers.fresh as Score).overall
    expect(found?.causes).toBe(16)
    expect(found?.found).toBeGreaterThanOrEqual(15)
    expect(found?.fp).toBe(0)
  })
})
