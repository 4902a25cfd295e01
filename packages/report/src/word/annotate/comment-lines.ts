/** What our comments say: short lines, for the narrow column that Word shows them in. */
import type { Finding, Quote } from '@jiheng/audit'
import type { Audited } from '../../audited.ts'
import { addCoverage, scopeLine } from '../../wording/coverage.ts'
import { placeOf } from '../../wording/place.ts'
import { isFileProblem, sayFileProblem } from '../../wording/problems.ts'
import { repairLines } from '../../wording/repair.ts'
import { plainStep } from '../../wording/step.ts'
import { severityWords } from '../../wording/words.ts'

export interface CommentLine {
  readonly text: string
  readonly isTitle?: boolean
}

const MOST_STEPS = 12
const FIRST_STEPS = 3
const LAST_STEPS = 5
const MOST_PLACES = 4
const MOST_LISTED = 40

/** The answer before the working, which not everybody reads. `where` says in words where it stands when the mark cannot stand there. */
export function findingLines(finding: Finding, where: string | null): readonly CommentLine[] {
  const { severity, title, message, expected } = finding
  const [accused] = finding.quotes
  return [
    { text: `${severityWords[severity]} ${title}`, isTitle: true },
    ...(where === null || !accused ? [] : [{ text: `${where}：“${wordsOf(accused)}”` }]),
    { text: message },
    ...(expected === null ? [] : [{ text: `应为 ${expected}` }]),
    ...repairLines(finding).map((way, at) => ({ text: `${at === 0 ? '建议' : '或'} ${way}` })),
    ...workingLines(finding),
    ...otherPlaces(finding),
  ]
}

/** Of a long working the middle is left out: what was taken from where stands in the sum as well. */
function workingLines({ steps, computation }: Finding): readonly CommentLine[] {
  const says = steps.length > 0 ? steps.map(({ say }) => plainStep(say)) : [computation]
  if (says.length === 1) return says[0] === '' ? [] : [{ text: `计算 ${says[0]}` }]
  const left = says.length > MOST_STEPS ? says.length - FIRST_STEPS - LAST_STEPS : 0
  return says.flatMap((say, at) => {
    if (at >= FIRST_STEPS && at < FIRST_STEPS + left) return at === FIRST_STEPS ? [{ text: `…… 另有 ${left} 步` }] : []
    return [{ text: `${at === 0 ? '计算 ' : ''}${at + 1}. ${say}` }]
  })
}

function otherPlaces({ quotes: [accused, ...rest] }: Finding): readonly CommentLine[] {
  const lines = new Set<string>()
  for (const quote of rest)
    if (accused === undefined || keyOf(quote) !== keyOf(accused)) lines.add(`另见 ${placedBeside(quote, accused)}“${clipped(quote.text)}”`)
  const all = [...lines]
  const left = all.length - MOST_PLACES
  return [...all.slice(0, MOST_PLACES), ...(left > 0 ? [`另有 ${left} 处`] : [])].map((text) => ({ text }))
}

const keyOf = ({ report, block, textStart, start, end }: Quote): string => [report, block, textStart, start, end].join()

function placed(quote: Quote): string {
  const place = placeOf(quote)
  return place === '' ? '' : `${place} `
}

/** A place that both share is not said again. */
function placedBeside(quote: Quote, accused: Quote | undefined): string {
  const place = placed(quote)
  return accused !== undefined && place !== '' && place === placed(accused) ? '同处 ' : place
}

const wordsOf = ({ text, start, end, textStart }: Quote): string => clipped(text.slice(start - textStart, end - textStart) || text)

const CLIPPED = 60

const clipped = (text: string): string => {
  const one = text.replace(/\s+/g, ' ').trim()
  return one.length > CLIPPED ? `${one.slice(0, CLIPPED)}…` : one
}

/** At the front of the document: what was found, what was looked at, and what has no place of its own. */
export function summaryLines({ result }: Audited): readonly CommentLine[] {
  const { findings, reports } = result
  const coverage = reports
    .map((report) => report.coverage)
    .reduce<(typeof reports)[number]['coverage'] | null>((sum, one) => (sum ? addCoverage(sum, one) : one), null)
  return [
    { text: `绩衡校核：${countLine(findings)}`, isTitle: true },
    ...(reports.length > 1
      ? reports.map(({ title, unit, findings: own }) => ({ text: `《${clipped(title ?? unit ?? '未识别标题')}》${countLine(own)}` }))
      : []),
    ...(coverage === null ? [] : [{ text: `${scopeLine(coverage)}。` }]),
    { text: '差错请更正，疑点请核实，提示是格式和文字。有误的改正文；核实无误的，在批注下回复理由。' },
    { text: '本意见由程序提出，请对照原文和账表核对；未改动正文任何文字。' },
  ]
}

function countLine(findings: readonly Finding[]): string {
  const count = (severity: Finding['severity']): number => findings.filter((one) => one.severity === severity).length
  return `${severityWords.error} ${count('error')}，${severityWords.warning} ${count('warning')}，${severityWords.info} ${count('info')}`
}

/** What no mark in the text can tell; empty when there is nothing. */
export function restLines({ result }: Audited, unplaced: readonly Finding[]): readonly CommentLine[] {
  const problems = result.problems.filter(isFileProblem).map((problem) => ({ text: sayFileProblem(problem) }))
  const listed = unplaced.slice(0, MOST_LISTED).flatMap((finding) => {
    const [accused] = finding.quotes
    const where = accused ? `${placed(accused)}“${wordsOf(accused)}”：` : ''
    return [{ text: `${severityWords[finding.severity]} ${finding.title}`, isTitle: true }, { text: `${where}${finding.message}` }]
  })
  const left = unplaced.length - MOST_LISTED
  const more = left > 0 ? [{ text: `另有 ${left} 条，见问题清单。` }] : []
  const heading = unplaced.length > 0 ? [{ text: '以下意见没有对应的原文位置，或无法在原文处批注：' }] : []
  const about = problems.length > 0 ? [{ text: '关于这份文件', isTitle: true }, ...problems] : []
  return [...heading, ...listed, ...more, ...about]
}
