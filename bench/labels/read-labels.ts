/** The labelled, clean, held, fresh and blind reports of the corpus, each text with its labels. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inProject } from '../project.ts'
import type { LabelFile } from './label.ts'

/** Made reports whose authors knew no rule of the engine. */
export const strangerSets = ['fresh', 'blind', 'blind2', 'blind3'] as const
export type StrangerSet = (typeof strangerSets)[number]

export const setNames = ['labelled', 'clean', 'held', ...strangerSets] as const
export type SetName = (typeof setNames)[number]

export interface LabelledReport extends LabelFile {
  readonly set: SetName
  /** The report with LF line ends; the labels' places refer to it. */
  readonly source: string
}

const folders: Readonly<Record<SetName, { readonly labels: string; readonly texts: string }>> = {
  labelled: { labels: 'corpus/labels', texts: 'corpus/reports' },
  clean: { labels: 'corpus/clean', texts: 'corpus/clean' },
  held: { labels: 'corpus/held', texts: 'corpus/held' },
  fresh: { labels: 'corpus/fresh', texts: 'corpus/fresh' },
  blind: { labels: 'corpus/blind', texts: 'corpus/blind' },
  blind2: { labels: 'corpus/blind2', texts: 'corpus/blind2' },
  blind3: { labels: 'corpus/blind3', texts: 'corpus/blind3' },
}

export function readLabels(sets: readonly SetName[] = setNames): readonly LabelledReport[] {
  return sets.flatMap((set) => {
    const { labels, texts } = folders[set]
    if (!existsSync(inProject(labels))) return []
    const files = readdirSync(inProject(labels)).filter((name) => name.endsWith('.gold.json'))
    return files.sort().map((name) => readReport(set, join(labels, name), texts))
  })
}

function readReport(set: SetName, path: string, texts: string): LabelledReport {
  const file = JSON.parse(readFileSync(inProject(path), 'utf8')) as LabelFile
  const source = readFileSync(inProject(texts, file.text), 'utf8').replaceAll('\r\n', '\n')
  return { ...file, set, source }
}

export interface PlainReport {
  readonly name: string
  readonly text: string
}

/** Real reports without a label file. */
export function readUnlabelled(): readonly PlainReport[] {
  const labelled = new Set(readLabels(['labelled']).map((report) => report.text))
  return readdirSync(inProject(folders.labelled.texts))
    .filter((name) => name.endsWith('.txt') && !labelled.has(name))
    .sort()
    .map((name) => ({ name, text: readFileSync(inProject(folders.labelled.texts, name), 'utf8') }))
}
