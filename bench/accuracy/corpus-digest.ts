/** The version of the corpus: a digest over every file that a measure reads. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inProject } from '../project.ts'

const folders = ['corpus/reports', 'corpus/labels', 'corpus/clean', 'corpus/held', 'corpus/fresh']

export function corpusDigest(): string {
  const hash = createHash('sha256')
  const names = folders.flatMap((folder) =>
    existsSync(inProject(folder)) ? readdirSync(inProject(folder)).map((name) => join(folder, name)) : [],
  )
  for (const name of names.sort())
    hash
      .update(`${name}\n`)
      .update(readFileSync(inProject(name)))
      .update('\n')
  return hash.digest('hex').slice(0, 12)
}
