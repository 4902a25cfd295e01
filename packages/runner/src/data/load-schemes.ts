/** A folder of schemes: the catalogue of items, financial indicators, schemes and their cases, told apart by what stands in them. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import {
  type FinancialIndicator,
  type ItemCatalogue,
  type RefusedCase,
  readCases,
  readFinancialIndicators,
  readItems,
  readRefusals,
  readScheme,
  type Scheme,
  type WorkedCase,
} from '@jiheng/evaluation'
import type { Problem } from '@jiheng/vocabulary'
import { problemOf } from '../inputs/errors.ts'
import { decode } from './read-data-file.ts'
import { mostYamlBytes, readYaml } from './read-yaml.ts'

export interface LoadedSchemes {
  /** By id; a file with a problem gives none. */
  readonly schemes: ReadonlyMap<string, Scheme>
  /** The file of each scheme, below the folder. */
  readonly files: ReadonlyMap<string, string>
  readonly items: ItemCatalogue
  readonly financialIndicators: readonly FinancialIndicator[]
  readonly cases: readonly WorkedCase[]
  /** As they were read: for another scheme of the same id. */
  readonly caseFiles: readonly SchemeFile[]
  readonly refusals: readonly RefusedCase[]
  readonly problems: readonly Problem[]
}

export interface SchemeFile {
  /** Path below the folder, with slashes. */
  readonly name: string
  readonly value: unknown
}

/** Several folders are one: a place's own schemes beside those that are shipped. */
export function loadSchemes(...folders: readonly string[]): LoadedSchemes {
  const problems: Problem[] = []
  const files = folders.flatMap((folder) => readFolder(folder, problems))
  return assemble(files, problems)
}

/** One order whatever the file system says: items before what is computed from them, schemes before their cases. */
export function assemble(files: readonly SchemeFile[], told: readonly Problem[] = []): LoadedSchemes {
  const problems = [...told]
  const ofKind = (key: string): readonly SchemeFile[] => files.filter(({ value }) => hasKey(value, key))
  for (const { name, value } of files) {
    if (!KINDS.some((key) => hasKey(value, key))) problems.push({ code: 'scheme.missing', at: [name, KINDS.join('/')], details: {} })
  }
  const items = itemsOf(ofKind('items'), problems)
  const schemes = new Map<string, Scheme>()
  const places = new Map<string, string>()
  for (const { name, value } of ofKind('scheme')) {
    const read = readScheme(value, name, items)
    if ('problems' in read) problems.push(...read.problems)
    else if (schemes.has(read.scheme.id)) problems.push({ code: 'scheme.duplicate', at: [name, 'scheme'], details: { id: read.scheme.id } })
    else {
      schemes.set(read.scheme.id, read.scheme)
      places.set(read.scheme.id, name)
    }
  }
  const financial = ofKind('financial-indicators').map(({ name, value }) => readFinancialIndicators(value, name, items))
  const cases = ofKind('cases').map(({ name, value }) => readCases(value, name, { items, schemes }))
  const refusals = ofKind('refusals').map(({ name, value }) => readRefusals(value, name, { items, schemes }))
  problems.push(...[...financial, ...cases, ...refusals].flatMap((read) => read.problems))
  return {
    schemes,
    files: places,
    items,
    financialIndicators: financial.flatMap(({ indicators }) => indicators),
    cases: cases.flatMap((read) => read.cases),
    caseFiles: ofKind('cases'),
    refusals: refusals.flatMap((read) => read.refusals),
    problems,
  }
}

const KINDS = ['scheme', 'items', 'financial-indicators', 'cases', 'refusals'] as const

const hasKey = (value: unknown, key: string): boolean => typeof value === 'object' && value !== null && Object.hasOwn(value, key)

/** All catalogues together, so that a place may add items of its own. */
function itemsOf(files: readonly SchemeFile[], problems: Problem[]): ItemCatalogue {
  const lists = files.map(({ value }) => (value as { readonly items?: unknown }).items)
  const only = files[0]
  if (only === undefined) return new Map()
  const all = lists.length === 1 ? lists[0] : lists.flatMap((list) => (Array.isArray(list) ? (list as readonly unknown[]) : []))
  const read = readItems({ ...(files.length === 1 ? (only.value as object) : {}), items: all }, files.map(({ name }) => name).join('、'))
  problems.push(...read.problems)
  return read.items
}

function readFolder(folder: string, problems: Problem[]): readonly SchemeFile[] {
  return namesIn(folder, '', problems).flatMap((name): readonly SchemeFile[] => {
    try {
      const path = join(folder, name)
      const { size } = statSync(path)
      if (size > mostYamlBytes) {
        problems.push({ code: 'file.too-large', at: [name], details: { bytes: size, limit: mostYamlBytes } })
        return []
      }
      const text = decode(readFileSync(path))
      const read = text === null ? { problems: [binary(name)] } : readYaml(text, name)
      if ('value' in read) return [{ name, value: read.value }]
      problems.push(...read.problems)
    } catch (error) {
      problems.push(problemOf(error, name))
    }
    return []
  })
}

const binary = (name: string): Problem => ({ code: 'file.binary', at: [name], details: {} })

function namesIn(folder: string, below: string, problems: Problem[]): readonly string[] {
  try {
    return readdirSync(join(folder, below), { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => {
        const name = below === '' ? entry.name : `${below}/${entry.name}`
        if (entry.isDirectory()) return namesIn(folder, name, problems)
        return /\.ya?ml$/.test(entry.name) && entry.isFile() ? [name] : []
      })
  } catch (error) {
    problems.push(problemOf(error, below === '' ? folder : below))
    return []
  }
}
