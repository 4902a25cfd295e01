/** Texts to measure with: a typical report, the same many times over, and texts that nobody should send. */
import { readFileSync } from 'node:fs'
import { inProject } from '../project.ts'

const typicalLength = 8000

const real = (name: string): string => readFileSync(inProject('corpus/reports', name), 'utf8').replaceAll('\r\n', '\n')

/** The first 8,000 characters of the longest real report, to the end of a line. */
export function typicalReport(): string {
  const text = real('004-shandan-2023.txt')
  return text.slice(0, text.lastIndexOf('\n', typicalLength) + 1)
}

/** A whole report of one unit, with a table. */
export const oneReport = (): string => real('003-jinshui-2021.txt')

/** One report of growing length: its sections over and over, below one title. */
export function longReport(times: number): string {
  const text = oneReport()
  const from = text.indexOf('\n一、') + 1
  return text.slice(0, from) + text.slice(from).repeat(times)
}

/** Many reports in one file. */
export const manyReports = (times: number): string => oneReport().concat('\n\n\n').repeat(times)

const clause = (i: number): string => `其中办公费${(i % 900) + 1}.${(i % 89) + 10}万元，`

/** Each grows in step with `n`; at 1 it has the size that its name tells. */
export const hostileTexts: Readonly<Record<string, (n: number) => string>> = {
  'one sentence of 1 MB': (n) => sized('我单位认真落实各项工作要求，', 350_000 * n),
  '5 million digits': (n) => sized('9876543210', 5_000_000 * n),
  '500,000 times 其中': (n) => '其中'.repeat(500_000 * n),
  '1 million NULs': (n) => '\0'.repeat(1_000_000 * n),
  '1 MB of 「（」': (n) => '「（'.repeat(170_000 * n),
  '200,000 short numbers in one sentence': (n) => sized('1、', 400_000 * n),
  '20,000 amounts in one sentence': (n) => Array.from({ length: 20_000 * n }, (_, i) => clause(i)).join(''),
  'a table of 20,000 rows': (n) => `项目\t预算数\t执行数\t执行率\n${tableRows(20_000 * n)}`,
  'a row of 20,000 cells': (n) => `项目\t${'12.5\t'.repeat(20_000 * n)}\n合计\t${'12.5\t'.repeat(20_000 * n)}\n`,
  '50,000 headings': (n) => Array.from({ length: 50_000 * n }, (_, i) => `（${(i % 9) + 1}）基本支出12.5万元。`).join('\n'),
  '1 MB of spaces and bars': (n) => sized(' | ', 1_000_000 * n),
}

const sized = (piece: string, length: number): string => piece.repeat(Math.ceil(length / piece.length)).slice(0, Math.ceil(length))

const tableRows = (count: number): string =>
  Array.from({ length: count }, (_, i) => `项目${i}\t${i + 100}.5\t${i + 90}\t${((100 * (i + 90)) / (i + 100.5)).toFixed(2)}%\n`).join('')
