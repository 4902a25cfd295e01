/** Files that somebody has written, checked together: schemes, each with its cases, and files of cases and refusals. */
import {
  type CaseOutcome,
  readCases,
  readRefusals,
  readScheme,
  readSchemeSheets,
  runCase,
  runRefusal,
  type Scheme,
  type SchemeNode,
} from '@jiheng/evaluation'
import type { LoadedSchemes, SchemeFile } from '@jiheng/runner/data'
import { type ReadData, readDataFile, readYaml } from '@jiheng/runner/data'
import type { Problem } from '@jiheng/vocabulary'

export interface CheckedFile {
  readonly file: string
  /** null: a file of cases or refusals, or one that cannot be read. */
  readonly scheme: Scheme | null
  readonly problems: readonly Problem[]
  /** Of the cases that were run for it. */
  readonly outcomes: readonly CaseOutcome[]
}

export const readText = (text: string): ReturnType<typeof readYaml> => readYaml(text, '案例')

export async function checkFiles(files: readonly string[], loaded: LoadedSchemes): Promise<readonly CheckedFile[]> {
  const { items } = loaded
  const read: (readonly [string, ReadData])[] = []
  for (const file of files) read.push([file, await readDataFile(file)])
  const ofKey = (key: string): readonly SchemeFile[] =>
    read.flatMap(([name, data]) => (data.kind === 'data' && hasKey(data.value, key) ? [{ name, value: data.value }] : []))
  const [caseFiles, refusalFiles] = [ofKey('cases'), ofKey('refusals')]
  const others = new Set([...caseFiles, ...refusalFiles].map(({ name }) => name))
  const found = read.filter(([file]) => !others.has(file)).map(([file, data]) => [file, schemeOf(file, data, loaded)] as const)
  const own = found.flatMap(([, one]) => ('scheme' in one ? [one.scheme] : []))
  const context = { items, schemes: new Map([...loaded.schemes, ...own.map((scheme) => [scheme.id, scheme] as const)]) }
  const cases = caseFiles.map(({ name, value }) => ({ name, ...readCases(value, name, context) }))
  const refusals = refusalFiles.map(({ name, value }) => ({ name, ...readRefusals(value, name, context) }))
  const all = [...loaded.caseFiles.map(({ name, value }) => readCases(value, name, context)), ...cases].flatMap((one) => one.cases)
  return [
    ...found.map(([file, one]): CheckedFile => {
      if ('problems' in one) return { file, scheme: null, problems: one.problems, outcomes: [] }
      const { scheme } = one
      const outcomes = all.filter((each) => each.scheme === scheme.id).map((each) => runCase(each, items))
      const isBare = outcomes.length === 0 && !saysWhyNot(scheme)
      const problems: readonly Problem[] = isBare ? [{ code: 'scheme.no-cases', at: [file], details: { id: scheme.id } }] : []
      return { file, scheme, problems, outcomes }
    }),
    // Those of a scheme that is checked as well have been run with it.
    ...cases.map(({ name, problems, cases: list }): CheckedFile => {
      const left = list.filter(({ scheme }) => !own.some(({ id }) => id === scheme))
      return { file: name, scheme: null, problems, outcomes: left.map((one) => runCase(one, items)) }
    }),
    ...refusals.map(
      ({ name, problems, refusals: list }): CheckedFile => ({
        file: name,
        scheme: null,
        problems,
        outcomes: list.map((one) => runRefusal(one, items, readText)),
      }),
    ),
  ]
}

function schemeOf(file: string, data: ReadData, { items }: LoadedSchemes): ReturnType<typeof readScheme> {
  if (data.kind === 'problems') return data
  return data.kind === 'tables' ? readSchemeSheets(data.tables, file, items) : readScheme(data.value, file, items)
}

/** Not a single weight is printed, and what is not known is written down: no score can follow. */
const saysWhyNot = ({ versions }: Scheme): boolean => versions.every(({ tree, unknown }) => unknown.length > 0 && !tree.some(hasWeight))

const hasWeight = (node: SchemeNode): boolean => node.weight !== null || (node.kind === 'block' && node.children.some(hasWeight))

const hasKey = (value: unknown, key: string): boolean => typeof value === 'object' && value !== null && Object.hasOwn(value, key)
