#!/usr/bin/env node
/**
 * Builds the made reports: every `*.source.txt` here is proved and written as text and labels.
 *
 *   node corpus/made/build.mjs [--check] [--quiet] [name…]
 *
 * Writes `corpus/<folder>/<name>.txt` and `<name>.gold.json` (folder `clean`, `held`, `fresh`, `blind`, `blind2` or `blind3`, as the head says). A relation
 * that does not hold, a figure in no relation or a heading out of order stops the build. `--check` only compares with what is there.
 * Slips and faults of words (see source-file.mjs) are planted after the source is proved clean: what they break is labelled `inconsistent` or left out.
 * Unless `--quiet`, all numbers outside of any relation are listed, to be read by a person.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { canonical, countMembers, finestPlaces, idsOf, prove, readRelation } from './formula.mjs'
import { faultsOfText, looseNumbers } from './inspect.mjs'
import { readSource, splitSlips } from './source-file.mjs'

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

const provable = (relation, source, finest) => {
  try {
    return { proof: prove(relation, source, finest) }
  } catch (error) {
    return { why: error.message }
  }
}

/** The clause round a figure: short enough to leave a neighbouring fault out. */
const clauseAt = (text, operand) => {
  if (operand.inTable) return quoteAt(text, operand)
  const before = Math.max(...['，', '。', '；', '、', '\n'].map((sign) => text.lastIndexOf(sign, operand.start - 1))) + 1
  return text.slice(before, operand.end + text.slice(operand.end).search(/[，。；、\n]/)).trim()
}

/** A count is labelled with what is listed, true or not. */
const asLabelled = (formula, { lists }) =>
  formula.form === 'count'
    ? { form: 'count', stated: formula.stated, listed: countMembers(lists.get(formula.list).text, formula.splitter) }
    : formula

/** Of a long column only the total: its many rows are not at fault. */
const tellingIdsOf = (formula) => (formula.form === 'sum' && formula.parts.length > 5 ? [formula.total] : idsOf(formula))

/** The entry of a planted slip: its own relation, and the quotes of all that it breaks besides. */
const faultEntryOf = (slip, relation, why, alsoBroken, source) => {
  const formula = asLabelled(relation.formula, source)
  const own = entryOf({ kind: slip.kind, verdict: 'inconsistent', formula, computation: why }, '', source)
  const slipped = source.operands.get(slip.id)
  const others = [relation, ...alsoBroken]
    .flatMap(({ formula }) => (source.head.symptoms === 'own' ? tellingIdsOf(formula) : idsOf(formula)))
    .map((id) => clauseAt(source.text, source.operands.get(id)))
  const first = (source.head.symptoms === 'own' ? clauseAt : quoteAt)(source.text, slipped)
  return {
    ...own,
    quotes: [first, ...new Set(others.filter((clause) => !first.includes(clause)))],
    line: lineOf(source.text, slipped.start),
    computation: why.slice(why.indexOf(': ') + 2),
    explanation: slip.explanation,
    expected_value: slip.expected || null,
  }
}

/** A further relation that a slip breaks, as an entry of its own. */
const symptomEntryOf = (slip, { relation, why }, kind, source) => {
  const entry = faultEntryOf(
    { ...slip, kind, explanation: `Breaks through the same slip: ${slip.explanation}`, expected: '' },
    relation,
    why,
    [],
    source,
  )
  return { ...entry, expected_value: null, root: slip.id }
}

/** The entry of a fault of words; its quotes are looked up in the text with all faults. */
const wordEntryOf = (fault, text, faults) => {
  for (const quote of fault.quotes) if (!text.includes(quote)) faults.push(`fault ${fault.id}: not in the text: ${quote}`)
  if (fault.quotes.length === 0 || !fault.why || !fault.says) faults.push(`fault ${fault.id}: quote, why or says is missing`)
  const at = text.indexOf(fault.quotes[0])
  return {
    id: fault.id,
    kind: fault.kind,
    ...(fault.also && { also_kinds: fault.also.split(' ') }),
    verdict: 'inconsistent',
    quotes: fault.quotes,
    line: lineOf(text, at),
    computation: fault.why,
    explanation: fault.says,
    severity: fault.severity,
    expected_value: fault.want ?? null,
    ...(fault.root && { root: fault.root }),
    operands: [],
    formula: null,
    at,
  }
}

/** Entries in the order of the text, numbered; roots follow the new numbers. */
const numbered = (entries, first) => {
  const at = (entry) => entry.at ?? entry.operands[0].start
  const sorted = [...entries].sort((a, b) => at(a) - at(b))
  const idOf = (i) => `${first}-${String(i + 1).padStart(3, '0')}`
  const byKey = new Map(sorted.map((entry, i) => [entry.id, idOf(i)]))
  return sorted.map(({ at: _, ...entry }, i) => ({ ...entry, id: idOf(i), ...(entry.root && { root: byKey.get(entry.root) }) }))
}

const entriesWithSlips = ({ slips, relations, kinds, source, finest, faults }) => {
  const broken = new Map()
  const entries = []
  for (const relation of relations) {
    const { proof, why } = provable(relation, source, finest)
    if (proof) entries.push(entryOf(proof, '', source))
    else broken.set(relation.line, { relation, why })
  }
  const claimed = new Set()
  for (const slip of slips) {
    const own = broken.get(slip.relation)
    if (!own) {
      faults.push(`slip ${slip.id} breaks nothing in: ${slip.relation}`)
      continue
    }
    const also = [...broken.values()].filter(({ relation }) => relation !== own.relation && idsOf(relation.formula).includes(slip.id))
    const ownEntries = source.head.symptoms === 'own'
    const leftOut = ownEntries ? [] : also
    entries.push({
      ...faultEntryOf(
        slip,
        own.relation,
        own.why,
        leftOut.map(({ relation }) => relation),
        source,
      ),
      id: slip.id,
    })
    if (ownEntries)
      for (const one of also)
        if (!claimed.has(one.relation.line)) entries.push(symptomEntryOf(slip, one, kinds.get(one.relation.line), source))
    for (const { relation } of [own, ...also]) claimed.add(relation.line)
    console.log(
      `  slip ${slip.id}: ${own.why}${also.map(({ relation }) => `; ${ownEntries ? 'breaks too' : 'left out'}: ${relation.line}`).join('')}`,
    )
  }
  for (const line of broken.keys()) if (!claimed.has(line)) faults.push(`broken by no slip: ${line}`)
  return entries
}

const build = (file) => {
  const name = file.replace('.source.txt', '')
  const { raw, slips, wordFaults, slippedRaw } = splitSlips(readFileSync(join(here, file), 'utf8'), name)
  const clean = readSource(raw, name)
  const source = slippedRaw === raw ? clean : readSource(slippedRaw, name)
  const finest = finestPlaces(clean.operands)
  const relations = [...clean.relationLines, ...clean.again.map((ids) => `same ${ids.join(' ')}`)].map(readRelation)
  const replaced = new Map(slips.filter((slip) => slip.replaces).map((slip) => [slip.replaces, slip.relation]))
  const asPrinted = relations.map((relation) => (replaced.has(relation.line) ? readRelation(replaced.get(relation.line)) : relation))
  const faults = faultsOfText(clean.text, clean.head)
  if (/[⟦⟧]/.test(source.text)) faults.push('a tag is left in the text')
  const proofs = []
  const kinds = new Map()
  for (const relation of relations) {
    const { proof, why } = provable(relation, clean, finest)
    if (proof) {
      proofs.push(proof)
      kinds.set(relation.line, proof.kind)
    } else faults.push(why)
  }
  const used = new Set(relations.flatMap(({ formula }) => idsOf(formula)))
  for (const id of clean.operands.keys()) if (!used.has(id)) faults.push(`figure ${id} is in no relation`)
  const first = name.split('-')[0]
  const ofFigures =
    source === clean
      ? proofs.map((proof) => entryOf(proof, '', source))
      : entriesWithSlips({ slips, relations: asPrinted, kinds, source, finest, faults })
  const entries = numbered([...ofFigures, ...wordFaults.map((fault) => wordEntryOf(fault, source.text, faults))], first)
  for (const { start, end, printed } of source.operands.values()) {
    if (source.text.slice(start, end) !== printed) faults.push(`position of ${printed} is wrong`)
  }
  const gold = { doc: name, text: `${name}.txt`, traps: source.head.traps, entries }
  return {
    name,
    folder: source.head.folder ?? 'clean',
    text: source.text,
    gold,
    faults,
    loose: looseNumbers(source.text, [...source.operands.values()]),
  }
}

const args = process.argv.slice(2)
const flags = new Set(args.filter((a) => a.startsWith('--')))
const names = args.filter((a) => !a.startsWith('--'))
const files = readdirSync(here)
  .filter((f) => f.endsWith('.source.txt') && (names.length === 0 || names.some((n) => f.startsWith(n))))
  .sort()
const totals = {}
let failed = false
for (const file of files) {
  const { name, folder, text, gold, faults, loose } = build(file)
  const byKind = {}
  for (const { kind, verdict } of gold.entries) {
    byKind[kind] = (byKind[kind] ?? 0) + 1
    totals[kind] = (totals[kind] ?? 0) + 1
    if (verdict !== 'consistent') byKind[`(${verdict})`] = (byKind[`(${verdict})`] ?? 0) + 1
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
