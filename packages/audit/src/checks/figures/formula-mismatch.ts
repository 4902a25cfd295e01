/** A result that a spreadsheet saved beside a formula which gives another one from the saved cells. */
import type { Formula, SourceDocument } from '@jiheng/ingest'
import { type Decimal, formatDecimal, parseDecimal, type Rational, round } from '@jiheng/quantity'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { FindingKind, Quote } from '../../findings/finding.ts'
import { quoteBlock, quoteCell } from '../../findings/quote.ts'
import type { ClaimGraph } from '../../graph/claim-graph.ts'
import { type Check, type CheckRun, type FindingDraft, noOutcomes } from '../check.ts'
import { FormulaBook } from './formula-book.ts'
import { FormulaEvaluator } from './formula-evaluate.ts'
import { type Expression, parseFormula } from './formula-parse.ts'
import type { TextPlace } from './formula-places.ts'
import { shownResult } from './formula-shown.ts'

const wording = {
  title: '保存的结果与公式不符',
  remedy: '在表格软件中重新计算（F9）并保存，再核对引用这一结果的文字。',
  explain:
    '按单元格自己的公式（加减乘除、乘方、百分数、SUM、AVERAGE、MIN、MAX、PRODUCT、ROUND、ABS）和所引用单元格保存的数值重新计算，结果与保存的不同，且在显示的位数上看得出来。含条件、查找、名称、外部引用的公式，引用文字或日期的公式，不作判断。',
  titleEnglish: 'A saved result that its own formula does not give',
}

export const formulaMismatch: Check = {
  id: 'formula-mismatch',
  kind: 'sum',
  severity: 'error',
  needs: [],
  wording,
  source: '算术',
  run,
}

const MOST_FINDINGS = 40
const MOST_UNTOLD = 200

function run({ set }: ClaimGraph, _context: unknown, document: SourceDocument): CheckRun {
  const outcomes = noOutcomes()
  const findings: FindingDraft[] = []
  const untold: { at: null; missing: string }[] = []
  for (const outcome of document.sheets.length > 0 ? outcomesOf(set, document) : []) {
    if (outcome === 'pass') outcomes.pass++
    else if ('missing' in outcome) {
      outcomes['cannot-tell']++
      if (untold.length < MOST_UNTOLD) untold.push({ at: null, missing: outcome.missing })
    } else {
      outcomes.fail++
      if (findings.length < MOST_FINDINGS) findings.push(draft(set, outcome))
    }
  }
  return { findings, outcomes, untold }
}

interface Mismatch {
  readonly sheet: string
  readonly formula: Formula
  readonly place: TextPlace
  readonly kind: FindingKind
  readonly result: Rational
  readonly operands: FormulaEvaluator['operands']
}

type Judged = 'pass' | { readonly missing: string } | Mismatch

/** Of the formulas whose results stand in this report. */
function* outcomesOf(set: ClaimSet, document: SourceDocument): Generator<Judged> {
  const isCut = document.problems.some(({ code }) => code === 'document.too-many-blocks')
  const book = bookOf(document)
  const evaluator = new FormulaEvaluator(book)
  for (const { name: sheet, formulas } of document.sheets) {
    for (const formula of formulas) {
      const place = book.places.at(formula.start)
      if (place?.report !== set.reportIndex || formula.value === null) continue
      const saved = parseDecimal(formula.value)
      if (saved === null) continue
      yield isCut ? { missing: '表格未全部读入' } : judge(evaluator, sheet, formula, saved, place)
    }
  }
}

/** One workbook for all reports of a file. */
const books = new WeakMap<SourceDocument, FormulaBook>()

function bookOf(document: SourceDocument): FormulaBook {
  const book = books.get(document) ?? new FormulaBook(document)
  books.set(document, book)
  return book
}

function judge(evaluator: FormulaEvaluator, sheet: string, formula: Formula, saved: Decimal, place: TextPlace): Judged {
  const named = `${sheet}!${formula.cell}`
  const expression = parseFormula(formula.formula)
  if ('missing' in expression) return { missing: `${named}：${expression.missing}` }
  const outcome = evaluator.evaluate(expression, sheet, formula.cell)
  if ('missing' in outcome) return { missing: `${named}：${outcome.missing}` }
  if (isNoise(outcome.value, saved, outcome.size)) return 'pass'
  const shown = shownResult(textOf(place), saved)
  if (shown?.looksLike(outcome.value)) return 'pass'
  return { sheet, formula, place, kind: kindOf(expression), result: outcome.value, operands: evaluator.operands }
}

/** Floats keep some sixteen digits; twelve of the largest amount that took part are asked for. */
function isNoise({ numerator, denominator }: Rational, saved: Decimal, size: number): boolean {
  const difference = numerator * 10n ** BigInt(saved.scale) - saved.coefficient * denominator
  if (difference === 0n) return true
  const gap = Math.abs(Number(difference)) / Number(denominator * 10n ** BigInt(saved.scale))
  const magnitude = Math.max(size, Math.abs(Number(saved.coefficient)) / 10 ** saved.scale)
  return gap <= magnitude * 1e-11
}

const textOf = ({ cell }: TextPlace): string => cell?.text ?? ''

/** A sum, a ratio, or something else. */
function kindOf(expression: Expression): FindingKind {
  if (expression.kind === 'call' && expression.name === 'ROUND') {
    const [first] = expression.arguments
    return first && first.kind !== 'range' ? kindOf(first) : 'other'
  }
  if (expression.kind === 'call') return expression.name === 'SUM' ? 'sum' : 'other'
  if (expression.kind === 'percent' || expression.kind === 'negate') return kindOf(expression.of)
  if (expression.kind !== 'binary') return 'other'
  if (expression.operator === '+' || expression.operator === '-') {
    const isGrowth = [expression.left, expression.right].some((side) => kindOf(side) === 'ratio')
    return isGrowth ? 'ratio' : 'sum'
  }
  if (expression.operator === '/') return 'ratio'
  if (expression.operator === '*') return kindOf(expression.left) === 'ratio' || kindOf(expression.right) === 'ratio' ? 'ratio' : 'other'
  return 'other'
}

const LONGEST_FORMULA = 80
const PLACES = 10

function draft(set: ClaimSet, { sheet, formula, place, kind, result, operands }: Mismatch): FindingDraft {
  const named = `${sheet}!${formula.cell}`
  const written = `=${formula.formula.length > LONGEST_FORMULA ? `${formula.formula.slice(0, LONGEST_FORMULA)}…` : formula.formula}`
  const saved = parseDecimal(formula.value ?? '') as Decimal
  const text = textOf(place)
  const shown = shownResult(text, saved)
  const exact = formatDecimal(round(result, 'half-up', PLACES))
  const expected = shown ? shown.with(result) : exact
  const stated = text || formatDecimal(saved)
  return {
    check: formulaMismatch.id,
    kind,
    severity: 'error',
    title: wording.title,
    message: `${named} 的公式 ${written} 按所引用单元格计算为 ${expected}，保存的结果是 ${stated}，请重新计算并核对。`,
    quotes: [quoteOf(set, place)],
    computation: `${written.slice(1)} = ${exact} ≠ ${formatDecimal(saved)}`,
    steps: [
      { say: `${named} 的公式：${written}` },
      ...operands.shown.map(({ cell, value }) => ({ say: `${cell} = ${formatDecimal(value)}` })),
      ...(operands.count > operands.shown.length ? [{ say: `……等 ${operands.count} 个单元格` }] : []),
      { say: `计算结果：${exact}` },
      { say: `保存的结果：${formatDecimal(saved)}${text ? `，显示为 ${text}` : ''}` },
    ],
    expected,
    repair: shown ? { from: text, to: expected, reason: 'recomputed' } : null,
    related: [],
    confidence: 0.95,
  }
}

const quoteOf = (set: ClaimSet, { block, cell }: TextPlace): Quote =>
  cell ? quoteCell(set, block, cell.row, cell.column) : quoteBlock(set, block)
