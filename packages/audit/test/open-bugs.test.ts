/**
 * Faults of the engine that are known and not yet mended, each as small as it gets. A test here turns red once its fault is gone:
 * move it then to the tests of its subject.
 */

import { describe, expect, test } from 'vitest'
import { claimsOf } from '../src/index.ts'
import { auditBody, auditText, readText, table } from './audit-text.ts'

const checks = (body: string): string[] => auditBody(body).findings.map(({ check }) => check)

describe('false alarms', () => {
  test.fails('the rate of the year before is held against this year’s figures', () => {
    expect(checks('全年预算数1000.00万元。2022年预算执行率88.00%。全年支出958.70万元。')).toEqual([])
  })

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
  test.fails('the basic expenditure of the unit by its full name is read as its whole expenditure', () => {
    const [claim] = claimsOf(readText('临河县示例局\n2023年度部门整体支出绩效自评报告\n\n临河县示例局基本支出600.00万元。')).flat()
    expect(claim?.concept).toBe('basic-expenditure')
  })

  test.fails('a cell on a line of its own has the line of its row', () => {
    const rows = table('指标 | 分值 | 得分', '培训场次 | 20 | 20')
    const lines = `${rows}\n实训基地建设\n9\n二期设备11台到货，未能当年验收，扣减相应分值\n`
    const claims = claimsOf(readText(lines)).flat()
    const wordy = claims.find(({ quantity }) => quantity.value === '11')
    expect(wordy?.anchor.line).toBe(5)
  })
})
