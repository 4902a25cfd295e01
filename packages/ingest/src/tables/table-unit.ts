/** The unit of money that a table states for all its cells: 单位：万元. */
import type { UnitId } from '@jiheng/quantity'

const UNITS: Readonly<Record<string, UnitId>> = {
  元: 'yuan',
  千元: 'qian-yuan',
  万元: 'wan-yuan',
  百万元: 'bai-wan-yuan',
  亿元: 'yi-yuan',
  '%': 'percent',
  '％': 'percent',
}

const STATED = /(?:单位|金额|货币|币种)[:：]?(?:人民币|RMB)?[/／、（(]*(百万元|亿元|万元|千元|元|%|％)/
const IN_BRACKETS = /[（(](?:单位[:：]?)?(?:人民币)?(百万元|亿元|万元|千元|元)[)）]$/

/** From the squeezed text of a caption line or of a cell that names the whole table. */
export function statedUnit(words: string): UnitId | null {
  if (words.length > 120) return null
  const unit = STATED.exec(words)?.[1] ?? IN_BRACKETS.exec(words)?.[1]
  return (unit && UNITS[unit]) || null
}

/** Only `单位：` counts inside a row: a column's own （万元） is not the table's. */
export function statedUnitInRow(words: string): UnitId | null {
  const unit = words.length <= 60 ? /单位[:：](?:人民币)?(百万元|亿元|万元|千元|元|%|％)/.exec(words)?.[1] : undefined
  return (unit && UNITS[unit]) || null
}
