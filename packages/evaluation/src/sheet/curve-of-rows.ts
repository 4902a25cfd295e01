/** Rows of 计分标准 to the curve that they describe, as the common reader takes it. */
import type { Data } from '../write/scheme-data.ts'
import { curveWords, stepWords } from './scheme-words.ts'
import type { SheetRow } from './sheet-rows.ts'

type Mapping = { readonly [key: string]: Data }

/** `word`: the way of scoring as the indicator names it; null where nothing is said. */
export function curveOfRows(word: string, rows: readonly SheetRow[]): Data | null {
  const name = curveWords.key(word)
  const own = rows.filter((row) => row.of('组') === '')
  switch (name) {
    case '':
      return null
    case 'ratio':
      return own[0] === undefined ? 'ratio' : { ratio: { floor: own[0].of('条件') } }
    case 'linear':
      return { linear: own.map((row) => ({ at: row.of('条件'), share: row.of('分值或比例') })) }
    case 'bands':
      return { bands: Object.fromEntries(own.map((row) => [row.of('条件'), row.of('分值或比例')])) }
    case 'deduct':
      return {
        deduct: {
          step: own[0]?.of('条件') ?? null,
          points: own[0]?.of('分值或比例') ?? null,
          ...filled('steps', stepWords.key(own[0]?.of('扣法') ?? '')),
        },
      }
    case 'check-points':
      return { 'check-points': own.map((row) => ({ ...named(row), ...filled('points', row.of('分值或比例')) })) }
    case 'classes':
      return own.length === 0 ? 'classes' : { classes: own.map((row) => ({ ...named(row), from: row.of('条件'), to: row.of('止') })) }
    case 'groups':
      return { groups: own.map((row) => groupOf(row, rows)) }
    default:
      return name
  }
}

function groupOf(row: SheetRow, rows: readonly SheetRow[]): Data {
  const own = rows.filter((one) => one.of('组') === row.of('编号'))
  const curve = own[0] === undefined ? null : curveOfRows(own[0].of('计分方法'), own.map(withoutGroup))
  return { ...named(row), weight: row.of('分值或比例'), target: row.of('目标值'), ...(curve === null ? {} : { curve }) }
}

/** A row that only names the way of scoring has nothing else. */
const withoutGroup = (row: SheetRow): SheetRow => ({ ...row, of: (head) => (head === '组' ? '' : row.of(head)) })

const named = (row: SheetRow): Mapping => ({ id: row.of('编号'), label: row.of('名称') })

const filled = (key: string, text: string): Mapping => (text === '' ? {} : { [key]: text })
