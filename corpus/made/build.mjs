#!/usr/bin/env node
/**
 * Builds the made reports: every `*.source.txt` here is proved and written as text and labels.
 *
 *   node corpus/made/build.mjs [--check] [--quiet] [name…]
 *
 * Writes `corpus/<folder>/<name>.txt` and `<name>.gold.json` (folder `clean` or `held`, as the head says). A relation that does not
 * hold, a figure in no relation or a heading out of order stops the build. `--check` only compares with what is there.
 * Unless `--quiet`, all numbers outside of any relation are listed, to be read by a person.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { canonical, finestPlaces, idsOf, prove, readRelation } from './formula.mjs'
import { faultsOfText, looseNumbers } from './inspect.mjs'
import { readSource } from './source-file.mjs'

const here = dirname(fileURLToPath(import.meta.url))

const EXPLAIN = {
  sum: 'The parts add up to the stated total.',
  difference: 'The stated difference follows from the stated amounts.',
  ratio: 'The stated rate follows from the stated amounts.',
  growth: 'Rate and direction of the change follow from the stated amounts.',
  change: 'The stated change follows from the two stated amounts.',
  product: 'The stated result is the product of the stated factors.',
  same: 'The same fact is stated with the same value each time.',
  bound: 'The part (or lower value) does not exceed the whole (or upper value).',
  count: 'As many members are listed as are announced.',
  grade: 'The grade is the one of the band that holds the score.',
}
const ROUNDING = ' It differs by rounding only.'

const lineOf = (text, at) => text.slice(0, at).split('\n').length

/** The sentence or table row round a figure, on one line. */
const quoteAt = (text, operand) => {
  let from = text.lastIndexOf('\n', operand.start - 1) + 1
  let to = text.indexOf('\n', operand.end)
  if (to < 0) to = text.length
  if (!operand.inTable) {
    const before = Math.max(text.lastIndexOf('。', operand.start - 1), text.lastIndexOf('；', operand.start - 1)) + 1
    if (before > from) from = before
    const after = text.slice(operand.end, to).search(/[。；]/)
    if (after >= 0) to = operand.end + after + 1
  }
  return text.slice(from, to).trim()
}

const entryOf = (proof, id, { text, operands, lists }) => {
  const figures = idsOf(proof.formula).map((key) => operands.get(key))
  const quotes = [...new Set(figures.map((o) => quoteAt(text, o)))]
  if (proof.list) {
    const { start, end } = lists.get(proof.list)
    const listed = text.slice(start, end).trim().split('\n')[0]
    if (!quotes.some((quote) => quote.includes(listed))) quotes.push(listed)
  }
  return {
    id,
    kind: proof.kind,
    verdict: proof.verdict,
    quotes,
    line: lineOf(text, figures[0].start),
    computation: proof.computation,
    explanation: EXPLAIN[proof.formula.form] + (proof.verdict === 'rounding' ? ROUNDING : ''),
    severity: 'error',
    expected_value: null,
    formula: proof.formula,
    operands: figures.map((o) => ({
      id: o.id,
      text: o.printed,
      line: lineOf(text, o.start),
      start: o.start,
      end: o.end,
      value: canonical(o),
      unit: o.unit,
      label: o.label,
      role: o.role,
      period: o.period,
      ...(o.scope && { scope: o.scope }),
      ...(o.hedge && { hedge: o.hedge }),
    })),
  }
}

const build = (file) => {
  const name = file.replace('.source.txt', '')
  const source = readSource(readFileSync(join(here, file), 'utf8'), name)
  const finest = finestPlaces(source.operands)
  const relations = [...source.relationLines, ...source.again.map((ids) => `same ${ids.join(' ')}`)].map(readRelation)
  const faults = faultsOfText(source.text)
  const proofs = []
  for (const relation of relations) {
    try {
      proofs.push(prove(relation, source, finest))
    } catch (error) {
      faults.push(error.message)
    }
  }
  const used = new Set(relations.flatMap(({ formula }) => idsOf(formula)))
  for (const id of source.operands.keys()) if (!used.has(id)) faults.push(`figure ${id} is in no relation`)
  const first = name.split('-')[0]
  const entries = proofs
    .map((proof) => entryOf(proof, '', source))
    .sort((a, b) => a.operands[0].start - b.operands[0].start)
    .map((entry, i) => ({ ...entry, id: `${first}-${String(i + 1).padStart(3, '0')}` }))
  for (const { start, end, printed } of source.operands.values()) {
    if (source.text.slice(start, end) !== printed) faults.push(`position of ${printed} is wrong`)
  }
  const gold = { doc: name, text: `${name}.txt`, traps: source.head.traps, entries }
  return { name, folder: source.head.folder ?? 'clean', text: source.text, gold, faults, loose: looseNumbers(source.text, [...source.operands.values()]) }
}

const args = process.argv.slice(2)
const flags = new Set(args.filter((a) => a.startsWith('--')))
const names = args.filter((a) => !a.startsWith('--'))
const files = readdirSync(here).filter((f) => f.endsWith('.source.txt') && (names.length === 0 || names.some((n) => f.startsWith(n)))).sort()
const totals = {}
let failed = false
for (const file of files) {
  const { name, folder, text, gold, faults, loose } = build(file)
  const byKind = {}
  for (const { kind, verdict } of gold.entries) {
    byKind[kind] = (byKind[kind] ?? 0) + 1
    totals[kind] = (totals[kind] ?? 0) + 1
    if (verdict === 'rounding') byKind['(rounding)'] = (byKind['(rounding)'] ?? 0) + 1
  }
  console.log(`${name} [${folder}] ${text.length} characters, ${gold.entries.length} relations ${JSON.stringify(byKind)}`)
  for (const fault of faults) console.error(`  FAULT ${fault}`)
  if (!flags.has('--quiet')) for (const { line, number, around } of loose) console.log(`  loose ${line}: ${number}  …${around}…`)
  failed ||= faults.length > 0
  const out = join(here, '..', folder)
  const label = `${JSON.stringify(gold, null, 1)}\n`
  if (flags.has('--check')) {
    const same = (path, want) => existsSync(path) && readFileSync(path, 'utf8') === want
    if (!same(join(out, `${name}.txt`), text) || !same(join(out, `${name}.gold.json`), label)) {
      console.error(`  FAULT ${name}: the written files are not those of the source`)
      failed = true
    }
  } else if (faults.length === 0) {
    mkdirSync(out, { recursive: true })
    writeFileSync(join(out, `${name}.txt`), text)
    writeFileSync(join(out, `${name}.gold.json`), label)
  }
}
console.log(`${files.length} reports, ${Object.values(totals).reduce((a, b) => a + b, 0)} relations ${JSON.stringify(totals)}`)
process.exitCode = failed ? 1 : 0
