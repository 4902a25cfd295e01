/** The figures of the latest run of each reader: a run of all of them takes longer than one sitting. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { inProject } from '../project.ts'
import { type ReaderName, readerNames } from './readers.ts'
import type { ReaderFigures } from './run.ts'

const fileOf = (reader: ReaderName): string => inProject('.cache', 'fuzz', `figures ${reader}.json`)

export function keepFigures(figures: ReaderFigures): void {
  mkdirSync(inProject('.cache', 'fuzz'), { recursive: true })
  writeFileSync(fileOf(figures.reader), JSON.stringify(figures))
}

export function keptFigures(): readonly ReaderFigures[] {
  const kept = readerNames.map(fileOf).filter((file) => existsSync(file))
  return kept.map((file): ReaderFigures => JSON.parse(readFileSync(file, 'utf8')))
}
