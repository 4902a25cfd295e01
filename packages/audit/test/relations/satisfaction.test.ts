import { describe, expect, test } from 'vitest'
import { alarmsIn } from './alarms.ts'

describe('how many were satisfied', () => {
  const silent: Readonly<Record<string, string>> = {
    'all answers but the last count': '发放问卷220份，收回200份，其中非常满意120份、满意52份、基本满意20份、不满意8份，满意度96%。',
    'the first two count': '发放问卷220份，收回200份，其中非常满意120份、满意52份、基本满意20份、不满意8份，满意度86%。',
    'only the first counts': '收回有效问卷200份，其中满意184份、较满意12份、不满意4份，满意率92%。',
    'those who were told off are not those who were satisfied': '抽检60批次，合格57批次，不合格3批次，合格率95%。',
  }
  test.each(Object.entries(silent))('silent: %s', (_, body) => {
    expect(alarmsIn(body)).toEqual([])
  })

  const faulty: Readonly<Record<string, string>> = {
    'none of the sums': '发放问卷220份，收回200份，其中非常满意120份、满意52份、基本满意20份、不满意8份，满意度69%。',
    'answers that are not as many as forms': '收回有效问卷200份，其中非常满意120份、满意25份、基本满意20份、不满意8份。',
  }
  test.each(Object.entries(faulty))('%s', (_, body) => {
    expect(alarmsIn(body)).toHaveLength(1)
  })
})
