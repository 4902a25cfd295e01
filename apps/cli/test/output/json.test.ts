import { describe, expect, it } from 'vitest'
import { aCrossFinding, aFinding, aReport, aResult, aSummary } from '../../../../packages/runner/test/fakes/results.ts'
import { batchOf, jsonLine } from '../../src/output/json.ts'

describe('JSON Lines', () => {
  it('is one line that reads back as what it was', () => {
    const result = aResult([aReport({ findings: [aFinding({ message: '一\n二\u2028\x1b\x9b\u202e"' })] })])
    const line = jsonLine(result)
    expect(line.slice(0, -1)).not.toMatch(/[\n\u2028\u009b\u202e]/)
    expect(JSON.parse(line)).toEqual(result)
  })

  it('the batch line counts files, reports, findings and problems', () => {
    const summary = aSummary([
      aResult([aReport({ findings: [aFinding(), aFinding({ severity: 'info' })] }), aReport()]),
      aResult([], { problems: [{ code: 'file.empty', at: ['a'], details: {} }] }),
    ])
    expect(batchOf(summary)).toEqual({ batch: { files: 2, reports: 2, findings: 2, problems: 1, crossFile: [] } })
  })

  it('the batch line holds the findings between reports', () => {
    const crossFile = [aCrossFinding()]
    expect(JSON.parse(jsonLine(batchOf(aSummary([], crossFile)))).batch.crossFile).toEqual(crossFile)
  })
})
