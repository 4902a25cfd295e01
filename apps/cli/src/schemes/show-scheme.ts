/** A scheme in words: its tree with points, measures and curves; one indicator; what differs between two versions. */
import type { Alternative, Indicator, ItemCatalogue, Scheme, SchemeNode, SchemeVersion } from '@jiheng/evaluation'
import { sayCurve, sayMeasure, sayTarget, unitOf } from '@jiheng/report'
import { display } from '../output/display.ts'
import { clip, pad } from '../output/width.ts'
import { confidenceNames, kindNames, schemeWords as words } from '../wording/scheme-messages.ts'

const [NAME, WEIGHT] = [38, 8]

export function showScheme(scheme: Scheme, items: ItemCatalogue): string {
  const head = [
    `${display(scheme.label)}（${scheme.id}）`,
    `${words.kind}：${kindNames[scheme.kind]}${scheme.place === null ? '' : `　${words.place}：${display(scheme.place)}`}`,
  ]
  return `${[...head, ...scheme.versions.flatMap((version) => ['', ...versionLines(version, items)])].join('\n')}\n`
}

function versionLines(version: SchemeVersion, items: ItemCatalogue): readonly string[] {
  const { from, to, source, full, unknown } = version
  return [
    `== ${from} ${words.until(to)}`,
    `${words.source}：${display([source.document, source.article].filter((part) => part !== null).join(' '))}（${confidenceNames[source.confidence]}）`,
    `${words.full}：${full}${words.grades(version.policies.grades)}`,
    '',
    ...version.tree.flatMap((node) => nodeLines(node, 0, items)),
    ...(unknown.length === 0 ? [] : ['', words.unknown, ...unknown.map((text) => `  · ${display(text)}`)]),
  ]
}

function nodeLines(node: SchemeNode, depth: number, items: ItemCatalogue): readonly string[] {
  const name = pad(clip(`${'  '.repeat(depth)}${display(node.label)}`, NAME - 1), NAME)
  const weight = pad(node.weight ?? '—', WEIGHT)
  if (node.kind === 'block') {
    const goals = node.takesGoals ? [`${'  '.repeat(depth + 1)}${words.takesGoals}`] : []
    return [`${name}${weight}`, ...node.children.flatMap((child) => nodeLines(child, depth + 1, items)), ...goals]
  }
  const [first, ...others] = [node, ...node.alternatives].map((way) => sayWay(way, items))
  const either = others.length === 0 ? '' : words.either
  const ways = [`${either}${first}`, ...others.map((said) => `${words.orElse}${said}`)]
  return [`${name}${weight}${node.id}`, ...ways.map((said) => `${' '.repeat(depth * 2 + 2)}${display(said)}`)]
}

const sayWay = (way: Alternative, items: ItemCatalogue): string =>
  [sayMeasure(way, items), sayTarget(way.target, unitOf(way)), sayCurve(way.curve, unitOf(way))].filter((part) => part !== '').join('；')

/** null when there is no such indicator. `name` its id or label. */
export function explainIndicator(scheme: Scheme, name: string, items: ItemCatalogue): string | null {
  const lines = scheme.versions.flatMap((version) => {
    const indicator = indicatorsIn(version.tree).find(({ id, label }) => id === name || label === name)
    return indicator === undefined
      ? []
      : ['', `== ${version.from} ${words.until(version.to)}`, ...indicatorLines(indicator, version, items)]
  })
  return lines.length === 0 ? null : `${lines.slice(1).join('\n')}\n`
}

function indicatorLines(indicator: Indicator, version: SchemeVersion, items: ItemCatalogue): readonly string[] {
  const source = indicator.source ?? version.source
  const field = (label: string, text: string | null): readonly string[] =>
    text === null || text === '' ? [] : [`  ${pad(label, 12)}${display(text)}`]
  const ways = [indicator, ...indicator.alternatives].flatMap((way, at) => [
    ...(at === 0 ? [] : [`  ${words.or}`]),
    ...field(words.measure, sayMeasure(way, items)),
    ...field(words.target, sayTarget(way.target, unitOf(way))),
    ...field(words.rule, sayCurve(way.curve, unitOf(way))),
  ])
  const { notApplicable } = { ...version.policies, ...indicator.policies }
  return [
    `${display(indicator.label)}（${indicator.id}）`,
    ...field(words.weight, indicator.weight ?? words.byGoals),
    ...ways,
    ...field(words.notApplicable, words.notApplicableSaid[notApplicable]),
    ...field(words.note, indicator.note),
    ...field(
      words.source,
      `${[source.document, source.article].filter((part) => part !== null).join(' ')}（${confidenceNames[source.confidence]}）`,
    ),
  ]
}

export const indicatorsIn = (nodes: readonly SchemeNode[]): readonly Indicator[] =>
  nodes.flatMap((node) => (node.kind === 'indicator' ? [node] : indicatorsIn(node.children)))

/** Line by line what is new, gone or different; empty where nothing is. */
export function diffVersions(before: SchemeVersion, after: SchemeVersion, items: ItemCatalogue): readonly string[] {
  const [old, now] = [partsOf(before, items), partsOf(after, items)]
  const changed = [...now].flatMap(([key, { label, says }]) => {
    const was = old.get(key)
    if (was === undefined) return [words.added(display(label))]
    return says.flatMap(([what, text], at) => {
      const other = was.says[at]?.[1] ?? ''
      return other === text ? [] : [words.changed(display(label), what, display(other) || words.none, display(text) || words.none)]
    })
  })
  const gone = [...old].flatMap(([key, { label }]) => (now.has(key) ? [] : [words.removed(display(label))]))
  return [...changed, ...gone]
}

interface Part {
  readonly label: string
  readonly says: readonly (readonly [what: string, text: string])[]
}

function partsOf(version: SchemeVersion, items: ItemCatalogue): ReadonlyMap<string, Part> {
  const parts = new Map<string, Part>()
  const { policies, full, source } = version
  const rules = Object.entries(policies).map(([key, value]) => [words.policy(key), JSON.stringify(value)] as const)
  parts.set(' version', { label: words.whole, says: [[words.source, source.document], [words.full, full], ...rules] })
  const visit = (node: SchemeNode): void => {
    const base = [
      [words.name, node.label],
      [words.weight, node.weight ?? ''],
    ] as const
    if (node.kind === 'block') {
      parts.set(`block ${node.id}`, { label: node.label, says: base })
      for (const child of node.children) visit(child)
      return
    }
    const more = [
      [words.measure, sayMeasure(node, items)],
      [words.target, sayTarget(node.target, unitOf(node))],
      [words.rule, sayCurve(node.curve, unitOf(node))],
      [words.or, node.alternatives.map((way) => sayWay(way, items)).join('｜')],
    ] as const
    parts.set(`indicator ${node.id}`, { label: node.label, says: [...base, ...more] })
  }
  for (const node of version.tree) visit(node)
  return parts
}
