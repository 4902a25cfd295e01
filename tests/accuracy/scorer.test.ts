import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { inProject } from '../../bench/project.ts'
import { scoreLines } from '../../bench/score/print.ts'
import { readEntries, readFindings } from '../../bench/score/read-findings.ts'
import { type ScoreOptions, score } from '../../bench/score/score.ts'
import { tableOf } from '../../bench/score/tables.ts'
import { syntheticFindings } from './synthetic-findings.ts'

const scorer = inProject('tests/accuracy/score-audit.py')
const labels = inProject('corpus/labels')
const hasPython = spawnSync('python3', ['--version']).status === 0
const mustHave = Boolean(process.env.CI && process.env.CI !== 'false')
const folder = mkdtempSync(join(tmpdir(), 'jiheng-scorer-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const variants: readonly (readonly [flags: readonly string[], options: ScoreOptions])[] = [
  [[], {}],
  [['--with-info'], { withInfo: true }],
  [['--same-group'], { sameGroup: true }],
  [['--same-group', '--also'], { sameGroup: true, also: true }],
  [['--core'], { core: true }],
  [['--only-present', '--with-info', '--core'], { onlyPresent: true, withInfo: true, core: true }],
]

describe('the scorer against the original in Python', () => {
  it('finds Python, so that nothing below is skipped in silence', () => {
    if (!hasPython) console.warn('跳过 skipped: the scorer is not compared with the original, which needs python3 (Debian package python3)')
    expect(hasPython || !mustHave, 'python3 is missing and CI=true').toBe(true)
  })

  for (const seed of [1, 2, 3]) {
    it.skipIf(!hasPython)(`gives the same figures and lines on made-up findings ${seed}`, () => {
      const docs = readEntries([labels])
      const results = plant(docs, seed)
      for (const [flags, options] of variants) {
        const theirs = join(folder, 'python.json')
        const run = spawnSync('python3', [scorer, results, labels, ...flags, '--json', theirs], {
          encoding: 'utf8',
          env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
        })
        expect(run.status, run.stderr).toBe(0)
        const findings = (doc: string) => readFindings(results, doc)
        const ours = score(docs, findings, options)
        const strict = score(docs, findings, { ...options, core: true })
        const figures: unknown = JSON.parse(readFileSync(theirs, 'utf8'))
        expect({ groups: tableOf(ours), strict: tableOf(strict).overall }).toEqual(figures)
        expect(scoreLines(ours, strict).map(folded)).toEqual(run.stdout.trimEnd().split('\n').map(folded))
      }
    })
  }
})

/** Every second seed as JSON Lines, with one report left out; the others as a folder. */
function plant(docs: ReturnType<typeof readEntries>, seed: number): string {
  const rows = [...docs].map(([doc, entries]) => ({ file: `some/folder/${doc}.txt`, doc, findings: syntheticFindings(entries, seed, 120) }))
  if (seed % 2) {
    const file = join(folder, `results-${seed}.jsonl`)
    writeFileSync(
      file,
      rows
        .slice(1)
        .map((row) => JSON.stringify(row))
        .join('\n'),
    )
    return file
  }
  const own = mkdtempSync(join(folder, 'results-'))
  for (const [i, row] of rows.entries())
    writeFileSync(join(own, `${row.doc}.${i ? 'engine.' : ''}json`), JSON.stringify(i ? row : row.findings))
  return own
}

/** Columns are spaced for reading. */
const folded = (line: string): string => line.trim().split(/\s+/).join(' ')
