/** The command with the engine that it ships, over the reports of the corpus. What is found there is the business of the accuracy tests. */
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { AuditResult } from '@jiheng/audit'
import { describe, expect, it } from 'vitest'
import { bundled, runBundle } from '../../../packages/runner/test/fakes/bundle.ts'
import { layQuote } from '../src/output/quote.ts'
import { widthOf } from '../src/output/width.ts'

const file = bundled('real')
const cwd = fileURLToPath(new URL('../../../corpus/reports', import.meta.url))
const names = readdirSync(cwd).filter((name) => name.endsWith('.txt'))

describe('the command over real reports', () => {
  it('gives a result for each, in order, with findings that point into their quotes', async () => {
    const { code, out, err } = await runBundle(file(), ['audit', '.', '--format', 'json', '--as-of', '2024-12-31'], { cwd })
    expect(code).toBeLessThan(2)
    expect(err).toBe('')
    const lines = out.trim().split('\n')
    expect(JSON.parse(lines.pop() ?? '').batch).toMatchObject({ files: names.length, crossFile: [] })
    const results = lines.map((line): AuditResult => JSON.parse(line))
    expect(results.map((result) => result.file)).toEqual(names.sort())
    for (const result of results) {
      expect(result.reports.length).toBeGreaterThan(0)
      expect(result.findings).toHaveLength(result.reports.flatMap((report) => report.findings).length)
      for (const quote of result.findings.flatMap((finding) => finding.quotes)) expect(layQuote(quote, 80).caret).not.toBeNull()
    }
  })

  it('gives the same bytes over children', async () => {
    const words = ['audit', '.', '--format', 'json', '--as-of', '2024-12-31']
    const here = await runBundle(file(), words, { cwd })
    const children = await runBundle(file(), [...words, '--jobs', '2'], { cwd })
    expect(children).toEqual(here)
  })

  it('prints lines that fit', async () => {
    const { out } = await runBundle(file(), ['audit', '.'], { cwd })
    for (const line of out.split('\n')) expect(widthOf(line), line).toBeLessThanOrEqual(100)
  })

  it.each([
    ['an empty file', '', 2],
    ['blanks only', ' \n\t\n', 2],
    ['bytes that are no text', '\0\x01\x02', 2],
    ['a sentence', '2023年度部门整体绩效自评报告\n全年支出12万元。\n', 0],
  ])('%s on standard input', async (_name, stdin, code) => {
    const ended = await runBundle(file(), ['audit', '-', '--format', 'json'], { stdin })
    expect(ended.code).toBe(code)
    expect(JSON.parse(ended.out)).toMatchObject({ file: '-', findings: [] })
    expect(ended.err.split('\n')).toHaveLength(code === 2 ? 2 : 1)
  })
})
