/** Points of a group told elsewhere, "其中投入12分、过程38.94分" or a table of groups, against the rows of that group. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import { firstAt } from '../../claims/look-back.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Equation, side } from '../relation.ts'
import { type Group, groupKey, groupsOf } from './table-groups.ts'
import { pointColumns } from './table-scores.ts'
import { cellOf, isPlainFigure, type Stretch, stretchesOf, type Tried, tryAll } from './table-view.ts'

/** How many places with points are looked at on either side of a table. */
const MAX_PLACES = 16

type PointRole = 'weight' | 'score'

export function recogniseTableTold(set: ClaimSet): NewRelation[] {
  const stretches = stretchesOf(set).filter((stretch) => stretch.columns.some((column) => column.role === 'weight'))
  if (stretches.length === 0) return []
  const places = placesOf(set, new Set(stretches.flatMap(({ rows }) => rows.flatMap(({ points }) => points.map(({ figure }) => figure)))))
  return stretches.flatMap((stretch) => {
    const byKey = new Map<string, Group>()
    for (const group of groupsOf(set, stretch)) if (group.key.length >= 2 && !byKey.has(group.key)) byKey.set(group.key, group)
    if (byKey.size < 2) return []
    const columnOf = (role: PointRole): number | undefined => pointColumns(set, stretch, role).at(-1)
    const columns = { weight: columnOf('weight'), score: columnOf('score') }
    return near(places, stretch).flatMap((place) => {
      const [weights, scores] = [told(set, byKey, place, 'weight', columns.weight), told(set, byKey, place, 'score', columns.score)]
      // Points that no word calls weight or score are what more of the groups bear out.
      if (isSaid(place)) return [...relationsOf(weights, 'weight'), ...relationsOf(scores, 'score')]
      if (holdingOf(weights) === holdingOf(scores)) return []
      return holdingOf(weights) > holdingOf(scores) ? relationsOf(weights, 'weight') : relationsOf(scores, 'score')
    })
  })
}

/** The places nearest to a table, as many before it as after. */
function near(places: readonly (readonly Figure[])[], stretch: Stretch): readonly (readonly Figure[])[] {
  const { block } = stretch.table
  const at = firstAt(places, ([first]) => (first?.claim.anchor.block ?? 0) >= block)
  return places.slice(Math.max(0, at - MAX_PLACES), at + MAX_PLACES).filter(([first]) => first?.claim.anchor.block !== block)
}

const isSaid = (place: readonly Figure[]): boolean =>
  place.every((figure) => figure.claim.role === 'weight' || figure.claim.role === 'score')

const holdingOf = (tried: readonly Tried[]): number => tried.filter(({ holds }) => holds).length

/** Figures in points that stand together: in one sentence, or in one column of a table. Labels over weights of their own tell of those alone. */
function placesOf(set: ClaimSet, labels: ReadonlySet<number>): Figure[][] {
  const places = new Map<string, Figure[]>()
  for (const figure of set.figures) {
    if (labels.has(figure.index) || figure.dimension !== 'point' || !isPlainFigure(figure)) continue
    const { seat } = figure
    const key =
      seat.kind === 'text' ? `s${seat.sentence}.${halfOf(set, seat.sentence, seat.clause)}` : `b${figure.claim.anchor.block}:${seat.column}`
    const place = places.get(key)
    if (place === undefined) places.set(key, [figure])
    else place.push(figure)
  }
  return [...places.values()].filter((place) => place.length >= 2)
}

/** "分值为…；得分分别为…": what a semicolon parts are two tellings. */
function halfOf(set: ClaimSet, sentence: number, clause: number): number {
  const clauses = set.sentences[sentence]?.clauses ?? []
  return clauses.slice(0, clause + 1).filter(({ opener }) => opener === '；' || opener === ';').length
}

/** Each group named there against its rows. Where no column says what the points are, the other groups must bear it out. */
function told(
  set: ClaimSet,
  byKey: ReadonlyMap<string, Group>,
  place: readonly Figure[],
  role: PointRole,
  column: number | undefined,
): Tried[] {
  if (column === undefined) return []
  const seen = new Set<string>()
  const equations: Equation[] = []
  for (const figure of place) {
    const key = groupKey(figure.claim.label)
    const group = byKey.get(key)
    if (group === undefined || seen.has(key) || !(figure.claim.role === role || figure.claim.role === 'amount')) continue
    // Points that the group's own label carries are checked there.
    if (role === 'weight' && group.weight !== null) continue
    const parts = group.rows.map((row) => cellOf(set, row, column))
    if (parts.length < 2 || parts.some((part) => part === null || !isPlainFigure(part))) continue
    seen.add(key)
    equations.push({ form: 'linear', left: side([figure.index]), right: side(parts.map((part) => (part as Figure).index)) })
  }
  const tried = tryAll(set, equations)
  const holding = holdingOf(tried)
  const inColumn = place.every((figure) => figure.seat.kind === 'cell' && figure.claim.role === role)
  const isBorneOut = inColumn ? holding >= 1 || tried.length === 1 : holding >= 1 && holding * 2 >= tried.length && tried.length >= 2
  return isBorneOut ? tried : []
}

function relationsOf(tried: readonly Tried[], role: PointRole): NewRelation[] {
  return tried.map(({ equation }) => ({
    kind: 'sum',
    finding: role === 'score' ? 'score-total' : 'weight-total',
    accused: equation.form === 'linear' ? (equation.left.plus[0] as number) : -1,
    certainty: 'error',
    source: { by: 'table', ref: '该类各指标相加', citation: '勾稽 ID-41、ID-42' },
    readings: [{ say: role === 'score' ? '所列指标得分相加' : '所列指标分值相加', equation }],
  }))
}
