import { describe, expect, it } from 'vitest'
import { plainStep } from '../../src/wording/step.ts'

describe('a step of a calculation, for officers', () => {
  it.each([
    ['依据：结余率（指标目录 FI-06a, FI-06b, FI-07, D-06）', '依据：结余率'],
    ['依据：下级指标相加（勾稽 ID-41、ID-42）', '依据：下级指标相加'],
    ['依据：功能分类合计 = 支出合计（预算法实施条例 40；勾稽 ID-13）', '依据：功能分类合计 = 支出合计（预算法实施条例 40）'],
    ['依据：资产总额 = 负债总额 + 净资产（勾稽 ID-50；财库〔2023〕22号）', '依据：资产总额 = 负债总额 + 净资产（财库〔2023〕22号）'],
  ])('says the rule and the article, not the number in our lists: %s', (say, plain) => {
    expect(plainStep(say)).toBe(plain)
  })

  it.each(['依据：占…%', '依据：各部分得分相加（）', '所写：勾稽 ID-13 12万元', ''])(
    'leaves alone what has none, and words of the document: %s',
    (say) => {
      expect(plainStep(say)).toBe(say)
    },
  )
})
