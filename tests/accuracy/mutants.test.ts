import { describe, expect, it } from 'vitest'
import { readLabels } from '../../bench/labels/read-labels.ts'
import { mutantsOf, sampleOf } from '../../bench/mutants/mutant.ts'
import { slipKinds } from '../../bench/mutants/slip.ts'

const reports = readLabels(['labelled'])
const mutants = reports.flatMap(mutantsOf)

describe('mutants', () => {
  it('are the same in every run', () => {
    expect(reports.flatMap(mutantsOf).map((mutant) => [mutant.id, mutant.change])).toEqual(
      mutants.map((mutant) => [mutant.id, mutant.change]),
    )
  })
  it('change one place and nothing else', () => {
    for (const { report, change, source } of mutants) {
      expect(source.slice(0, change.start)).toBe(report.source.slice(0, change.start))
      expect(source.slice(change.start, change.start + change.to.length)).toBe(change.to)
      expect(source.slice(change.start + change.to.length)).toBe(report.source.slice(change.end))
      expect(source).not.toBe(report.source)
    }
  })
  it('know where the figures of the relation stand afterwards', () => {
    for (const { entry, touched, source, original, slip } of mutants) {
      const texts = touched.map(({ start, end }) => source.slice(start, end))
      for (const operand of entry.operands) if (operand !== original || slip.startsWith('wrong-unit')) expect(texts).toContain(operand.text)
    }
  })
  it('are never the value that stood there', () => {
    const digits = mutants.filter((mutant) => mutant.slip !== 'wrong-unit' && mutant.slip !== 'wrong-direction')
    for (const { change, original } of digits) expect(Number(change.figure.value)).not.toBe(Number(original.value))
  })
  it('come from every slip', () => {
    expect(new Set(mutants.map((mutant) => mutant.slip))).toEqual(new Set(slipKinds))
  })
  it('are sampled over all slips and reports', () => {
    const sample = sampleOf(mutants, 150)
    expect(sample).toHaveLength(150)
    expect(new Set(sample.map((mutant) => mutant.id)).size).toBe(150)
    expect(new Set(sample.map((mutant) => mutant.report.doc)).size).toBeGreaterThan(1)
  })
})
