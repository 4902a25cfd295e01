/**
 * Faults of the engine that are known and not yet mended, each as small as it gets. A test here turns red once its fault is gone:
 * move it then to the tests of its subject.
 */

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { claimsOf } from '../src/index.ts'
import { auditBody, auditText, readText } from './audit-text.ts'

const checks = (body: string): string[] => auditBody(body).findings.map(({ check }) => check)

describe('false alarms', () => {
  test.fails('in a report whose year nobody knows, two years with one digit between them are one fact', () => {
    expect(auditText('2022年三公经费支出15.68万元。\n2023年三公经费支出15.86万元。').findings).toEqual([])
  })
})

describe('faults not found', () => {
  test.fails('opening balance + income − spending against the closing balance, where the year of the report is known', () => {
    expect(checks('年初结转10.00万元，本年收入100.00万元，本年支出90.00万元，年末结转25.00万元。')).toEqual(['difference-mismatch'])
  })

  test.fails('a part that is called 提升 counts as a rise', () => {
    expect(checks('项目支出600.00万元，其中：道路改造500.00万元，绿化提升110.00万元。')).toEqual(['total-mismatch'])
  })

  test.fails('block scores without 得 are no scores', () => {
    expect(checks('自评总得分89分，其中：投入管理28分，产出指标40分，效益指标20分。')).toEqual(['score-total-mismatch'])
  })
})

describe('claims misread', () => {
  test.fails('running text in a cell that has a line of its own has the line of its row', () => {
    const text = readFileSync(new URL('../../../corpus/clean/108-wanling-2023.txt', import.meta.url), 'utf8')
    const wordy = claimsOf(readText(text))
      .flat()
      .find(({ label }) => label === '设备11月到货')
    expect(wordy?.anchor.line).toBe(text.slice(0, text.indexOf('二期设备11月到货')).split('\n').length)
  })
})
