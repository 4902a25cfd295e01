/** The files that a person names to facts: templates, CSV, JSON, and exports by a preset. */
import {
  type FactTable,
  type FactTerms,
  type ImportPreset,
  type PlacedFact,
  readExport,
  readFacts,
  readFactTable,
} from '@jiheng/evaluation'
import { type ReadData, readDataFile, readDataInput } from '@jiheng/runner/data'
import type { Problem } from '@jiheng/vocabulary'
import type { Host } from '../host.ts'
import { readStream } from '../inputs/read-stream.ts'

export interface GatheredFacts {
  readonly facts: readonly PlacedFact[]
  readonly problems: readonly Problem[]
  readonly unitNames: ReadonlyMap<string, string>
}

export async function readFactFiles(
  files: readonly string[],
  host: Pick<Host, 'stdin'>,
): Promise<readonly (readonly [string, ReadData])[]> {
  const read: [string, ReadData][] = []
  for (const file of files)
    read.push([file, file === '-' ? await readDataInput(await readStream(host.stdin(), '-')) : await readDataFile(file)])
  return read
}

export function factsOf(read: readonly (readonly [string, ReadData])[], terms: FactTerms, preset: ImportPreset | null): GatheredFacts {
  const all = read.map(([file, data]) => factsOfFile(file, data, terms, preset))
  return together(all)
}

function factsOfFile(file: string, data: ReadData, terms: FactTerms, preset: ImportPreset | null): GatheredFacts {
  if (data.kind === 'problems') return { facts: [], problems: data.problems, unitNames: new Map() }
  return data.kind === 'data' ? readFacts(data.value, file) : tablesOf(data.tables, terms, preset)
}

/** Sheets without a head are notes, as long as another one has it. */
function tablesOf(tables: readonly FactTable[], terms: FactTerms, preset: ImportPreset | null): GatheredFacts {
  const read = tables.map((table) => (preset === null ? readFactTable(table, terms) : readExport(table, preset, terms)))
  const isHeadless = ({ problems }: GatheredFacts): boolean => problems.length === 1 && problems[0]?.code === 'facts.no-head'
  const told = read.every(isHeadless) ? read.slice(0, 1) : read.filter((one) => !isHeadless(one))
  return together(told)
}

const together = (all: readonly GatheredFacts[]): GatheredFacts => ({
  facts: all.flatMap(({ facts }) => facts),
  problems: all.flatMap(({ problems }) => problems),
  unitNames: new Map(all.flatMap(({ unitNames }) => [...unitNames])),
})
