import { describe, expect, test } from 'vitest'
import { changed, clean, said } from './sample.ts'

describe('a self-evaluation against its approved goals', () => {
  test('a target that was lowered', () => {
    expect(said(changed('≥420盏', '≥400盏'))).toEqual([
      expect.stringMatching(/^approved-goals ≥420 “维修路灯”的目标值写为 ≥400盏，低于批复的要求/),
    ])
  })

  test('points, sign or name that differ from the approval', () => {
    expect(said(changed('431盏 | 20 | 20', '431盏 | 15 | 15'))).toEqual([expect.stringContaining('批复为 20 分')])
    expect(said(changed('≥200人次', '≤200人次')).join()).toContain('的符号与批复不同')
    expect(said(changed('维修路灯', '路灯养护')).join()).toContain('疑改名为“路灯养护”')
  })

  test('an indicator that nobody approved is asked about', () => {
    expect(said([...clean, ' | 宣传次数 | ≥5次 | 6次 | 5 | 5 | '])).toEqual([expect.stringContaining('“宣传次数”不在批复的目标之内')])
  })
})
