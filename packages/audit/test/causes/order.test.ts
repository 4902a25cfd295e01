import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { causesOf } from '../../src/causes/causes.ts'
import { claimsOfReport } from '../../src/claims/claims-of-report.ts'
import { judgeRelations } from '../../src/graph/judged.ts'
import { resolvePlaces } from '../../src/graph/resolve-places.ts'
import { relationsOf } from '../../src/relations/recognise/all.ts'
import { HEAD, readText } from '../audit-text.ts'

/** Seven slips, some of which hang together. */
const TEXT = `${HEAD}一、收支
支出合计1210.74万元，其中：一般公共服务支出645.64万元，社会保障和就业支出143.80万元，卫生健康支出367.71万元，占支出合计的31.11%，住房保障支出44.59万元。
年初预算512.40万元，追加120.00万元，全年预算623.40万元，执行数589.90万元，预算执行率90.00%。
收到建议46件、提案35件，共计91件。
“三公”经费支出25.60万元，比上年增加3.20万元，下降11.11%。

二、指标
一级指标\t分值\t得分
产出\t50\t46.5
效益\t30\t28
满意度\t10\t9.5
合计\t100\t85
`

describe('the order in which relations come', () => {
  const report = readText(TEXT).reports[0]
  if (report === undefined) throw new Error('no report')
  const set = claimsOfReport(report, 0)
  resolvePlaces(set)
  const judged = judgeRelations(relationsOf(set), set.figures)
  const told = (list: typeof judged) =>
    causesOf(list, set.figures).map(({ accused, violated, corrections, isTangled }) => ({
      accused,
      isTangled,
      violated: violated.map(({ relation }) => relation.id).sort(),
      corrections: corrections.map(({ figure, changed, reason }) => `${figure} ${changed.claim.quantity.value} ${reason}`),
    }))

  test('there is something to tell', () => expect(told(judged).length).toBeGreaterThan(3))

  test('does not change the causes', () => {
    const expected = told(judged)
    fc.assert(
      fc.property(fc.shuffledSubarray(judged, { minLength: judged.length }), (shuffled) => {
        expect(told(shuffled)).toEqual(expected)
      }),
      { numRuns: 60 },
    )
  })
})
