/** The reports of the corpus, read as the text that they are. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ingestText, type SourceDocument } from '@jiheng/ingest'
import { inProject } from '../project.ts'

const corpus = inProject('corpus')
const folders = ['reports', 'clean', 'held', 'fresh', 'blind', 'blind2', 'blind3']

/** By file name, in a fixed order. */
export function corpusReports(): ReadonlyMap<string, SourceDocument> {
  const reports = new Map<string, SourceDocument>()
  for (const folder of folders) {
    for (const name of readdirSync(join(corpus, folder)).sort()) {
      if (name.endsWith('.txt')) reports.set(name, ingestText(readFileSync(join(corpus, folder, name)), { name, sha256: '' }))
    }
  }
  return reports
}
