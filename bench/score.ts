/**
 * Scores an engine's findings against labels: recall and precision by group of kinds.
 *
 *   node scripts/run-ts.mjs bench/score.ts FOLDER_OR_JSONL [LABELS …] [--verbose] [--only-present] [--with-info] [--same-group] [--also] [--core] [--json FILE]
 *
 * FOLDER holds one JSON a report, named <doc>.json (or <doc>.<anything>.json), with `findings` inside; the other form is one
 * JSON Lines file with such an object a line and the report's file name under `file`. LABELS default to corpus/labels.
 */
import { existsSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { inProject } from './project.ts'
import { detailLines, scoreLines } from './score/print.ts'
import { readEntries, readFindings } from './score/read-findings.ts'
import { score } from './score/score.ts'
import { tableOf } from './score/tables.ts'

const flag = { type: 'boolean', default: false } as const
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    verbose: flag,
    'only-present': flag,
    'with-info': flag,
    'same-group': flag,
    also: flag,
    core: flag,
    json: { type: 'string' },
  },
})
const [engine, ...labels] = positionals
if (!engine || !existsSync(engine)) {
  console.error(engine ? `no such folder or file: ${engine}` : 'usage: score.ts FOLDER_OR_JSONL [LABELS …]')
  process.exit(2)
}
const docs = readEntries(labels.length ? labels : [inProject('corpus/labels')])
const options = { withInfo: values['with-info'], onlyPresent: values['only-present'], also: values.also, sameGroup: values['same-group'] }
const findings = (doc: string) => readFindings(engine, doc)
const result = score(docs, findings, { ...options, core: values.core })
const strict = score(docs, findings, { ...options, core: true })
for (const line of scoreLines(result, strict)) console.log(line)
if (values.verbose) for (const line of detailLines(result)) console.log(line)
if (values.json) writeFileSync(values.json, `${JSON.stringify({ groups: tableOf(result), strict: tableOf(strict).overall }, null, 1)}\n`)
