import { expect, test } from 'vitest'
import { alarmsIn } from './alarms.ts'

const report = (added: string, rate: string): string =>
  `年初预算批复1240.00万元。上年结转80.00万元，年中追加${added}万元，调整后可用资金以批复为准，预算调整率（追加数占年初预算数的比例）为${rate}%。`

test('a rate that the report defines in a bracket is reckoned as it says, and not as the field does', () => {
  expect(alarmsIn(report('310.00', '25.00'))).toEqual([])
})

test('a slip against the definition of the report is told', () => {
  expect(alarmsIn(report('328.85', '25.62'))).toHaveLength(1)
  expect(alarmsIn('申请补助412户，核准387户，核准率（核准户数÷申请户数）为93.39%。')).toHaveLength(1)
})

test('a definition whose figures are not in sight is left alone', () => {
  expect(alarmsIn('年初预算批复1240.00万元，全年预算数1630.00万元，预算调整率（调剂额占部门支出总量的比例）为8.20%。')).toEqual([])
})
