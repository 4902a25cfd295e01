/** Findings of an engine from disk: a folder with one JSON a report, or one JSON Lines file. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { ScoredEntry, ScoredFinding } from './scored-finding.ts'

interface ResultRow {
  readonly file?: string
  readonly findings?: readonly ScoredFinding[]
}

/** Null when there is nothing for the report. */
export function readFindings(path: string, doc: string): readonly ScoredFinding[] | null {
  return statSync(path).isFile() ? fromLines(path, doc) : fromFolder(path, doc)
}

function fromLines(path: string, doc: string): readonly ScoredFinding[] | null {
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const row: ResultRow = line.trim().startsWith('{') ? JSON.parse(line) : {}
    if (basename(row.file ?? '').replace(/\.[^.]*$/, '') === doc) return row.findings ?? []
  }
  return null
}

function fromFolder(folder: string, doc: string): readonly ScoredFinding[] | null {
  const names = readdirSync(folder).filter((name) => name.startsWith(`${doc}.`) && name.endsWith('json') && !name.includes('.gold.'))
  const name = names.includes(`${doc}.json`) ? `${doc}.json` : names.sort()[0]
  if (name === undefined) return null
  const data: readonly ScoredFinding[] | ResultRow = JSON.parse(readFileSync(join(folder, name), 'utf8'))
  return isRow(data) ? (data.findings ?? []) : data
}

const isRow = (data: readonly ScoredFinding[] | ResultRow): data is ResultRow => !Array.isArray(data)

/** Entries by report, from label files or folders of them. */
export function readEntries(paths: readonly string[]): ReadonlyMap<string, readonly ScoredEntry[]> {
  const docs = new Map<string, readonly ScoredEntry[]>()
  for (const path of paths) {
    const files = statSync(path).isDirectory() ? goldFiles(path) : [path]
    if (files.length === 0) throw new Error(`no *.gold.json in ${path}`)
    for (const file of files) {
      if (!existsSync(file)) throw new Error(`no such file: ${file}`)
      const data: GoldFile | readonly ScoredEntry[] = JSON.parse(readFileSync(file, 'utf8'))
      if (isGoldFile(data)) docs.set(data.doc, data.entries)
      else docs.set(basename(file).split('.gold.')[0] ?? file, data)
    }
  }
  return docs
}

interface GoldFile {
  readonly doc: string
  readonly entries: readonly ScoredEntry[]
}

const isGoldFile = (data: GoldFile | readonly ScoredEntry[]): data is GoldFile => !Array.isArray(data)

const goldFiles = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.gold.json'))
    .sort()
    .map((name) => join(folder, name))
