/** 导入方式: how the columns of an export of 预算管理一体化 become items. Data of a place, read like schemes. */

import { unitById } from '@jiheng/quantity'
import type { Problem } from '@jiheng/vocabulary'
import { type Path, Reading } from '../read/reading.ts'
import type { ItemCatalogue } from './item.ts'

export interface ImportPreset {
  readonly id: string
  readonly label: string
  /** Heads of the column that names the unit: any of them. */
  readonly unit: readonly string[]
  /** Of the column of the year; empty: the year that is asked about. */
  readonly year: readonly string[]
  /** Unit of amounts where a head does not say it. */
  readonly money: string
  readonly source: string
  readonly basis: string | null
  readonly columns: readonly PresetColumn[]
  /** Rows that count only where the column says one of the words. */
  readonly only: readonly { readonly heads: readonly string[]; readonly words: readonly string[] }[]
}

export interface PresetColumn {
  readonly heads: readonly string[]
  readonly item: string
}

export type ReadPreset = { readonly preset: ImportPreset } | { readonly problems: readonly Problem[] }

export const PRESET_KEYS = ['preset', 'label', 'unit', 'year', 'money', 'source', 'basis', 'columns', 'only'] as const

/** { preset, label, unit: [heads], year: [heads], money, source, basis, columns: [ { heads, item } ], only: [ { heads, words } ] } */
export function readPreset(value: unknown, name: string, items: ItemCatalogue): ReadPreset {
  const reading = new Reading()
  const fields = reading.fields(value, [name], PRESET_KEYS)
  const words = (given: unknown, at: Path): readonly string[] => reading.list(typeof given === 'string' ? [given] : given, at).map(String)
  const columns = fields.list('columns').map((one, index): PresetColumn => {
    const at = [name, 'columns', index]
    const column = reading.fields(one, at, ['heads', 'item'])
    const item = column.needed('item')
    if (item !== '' && !items.has(item)) reading.problem('scheme.unknown-item', [...at, 'item'], { item: item.slice(0, 60) })
    return { heads: words(column.get('heads'), [...at, 'heads']), item }
  })
  const only = fields.list('only').map((one, index) => {
    const at = [name, 'only', index]
    const rule = reading.fields(one, at, ['heads', 'words'])
    return { heads: words(rule.get('heads'), [...at, 'heads']), words: words(rule.get('words'), [...at, 'words']) }
  })
  const unit = words(fields.get('unit'), [name, 'unit'])
  if (unit.length === 0) reading.problem('scheme.missing', [name, 'unit'])
  if (columns.length === 0) reading.problem('scheme.missing', [name, 'columns'])
  const money = fields.text('money') ?? 'yuan'
  if (unitById(money) === null) reading.problem('scheme.unknown-unit', [name, 'money'], { value: money.slice(0, 60) })
  const preset: ImportPreset = {
    id: fields.needed('preset'),
    label: fields.needed('label'),
    unit,
    year: words(fields.get('year'), [name, 'year']),
    money,
    source: fields.text('source') ?? '',
    basis: fields.text('basis'),
    columns,
    only,
  }
  return reading.problems.length > 0 ? { problems: reading.problems } : { preset }
}
