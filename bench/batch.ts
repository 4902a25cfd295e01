/**
 * Runs the command over many files and watches the memory of all its processes.
 *
 *   npm run bench:batch -- [--files 10000] [--jobs N] [--all]
 *
 * With --all every document is written: pages, commented copies, letters, lists.
 * Writes the figures into docs/performance.md. Linux only: memory is read from /proc.
 */
import { spawn } from 'node:child_process'
import { linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { corpusReports } from './formats/corpus.ts'
import { makeDocx } from './formats/make-docx.ts'
import { makePdf } from './formats/make-pdf.ts'
import { makeXlsx } from './formats/make-xlsx.ts'
import { table } from './markdown.ts'
import { writeBlock } from './markers.ts'
import { inProject } from './project.ts'

const { values } = parseArgs({
  options: { files: { type: 'string', default: '10000' }, jobs: { type: 'string' }, all: { type: 'boolean', default: false } },
})
const files = Number(values.files)
const jobs = values.jobs ?? String(availableParallelism())
const folder = mkdtempSync(join(tmpdir(), 'jiheng-batch-'))
const results = join(folder, 'results')

interface Sample {
  readonly done: number
  readonly parentMb: number
  readonly childMb: number
}

try {
  await fill()
  const { samples, seconds } = await run()
  const text = report(samples, seconds)
  console.log(text)
  writeBlock(inProject('docs/performance.md'), 'Performance', values.all ? 'batch-all' : 'batch', text)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** Different reports, in four formats, under many names; a hundred to a folder. */
async function fill(): Promise<void> {
  const made: { readonly name: string; readonly bytes: Uint8Array | string }[] = []
  for (const [name, document] of [...corpusReports()].slice(0, 24)) {
    made.push({ name: `${name}.docx`, bytes: await makeDocx(document) }, { name: `${name}.xlsx`, bytes: await makeXlsx(document) })
    made.push({ name: `${name}.pdf`, bytes: makePdf(document) })
    const text = document.reports.flatMap(({ blocks }) => blocks.map(({ at }) => at.original)).join('\n')
    made.push({ name, bytes: text })
  }
  const originals = join(folder, 'originals')
  mkdirSync(originals)
  for (const { name, bytes } of made) writeFileSync(join(originals, name), bytes)
  for (let at = 0; at < files; at++) {
    const below = join(folder, 'batch', String(Math.floor(at / 100)))
    if (at % 100 === 0) mkdirSync(below, { recursive: true })
    const { name } = made[at % made.length] as (typeof made)[number]
    linkSync(join(originals, name), join(below, `${at}-${name}`))
  }
}

function run(): Promise<{ samples: readonly Sample[]; seconds: number }> {
  const args = [
    inProject('apps/cli/dist/jiheng.mjs'),
    'audit',
    join(folder, 'batch'),
    ...(values.all ? ['--format', 'all', '--out', results] : ['--format', 'json']),
    '--jobs',
    jobs,
    '--fail-on',
    'never',
  ]
  const started = performance.now()
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const samples: Sample[] = []
  let done = 0
  child.stdout.on('data', (piece: Buffer) => {
    for (const byte of piece) if (byte === 10) done++
  })
  const pid = child.pid ?? 0
  const timer = setInterval(
    () =>
      samples.push({
        done: values.all ? pagesIn(results) : done,
        parentMb: memoryOf(pid),
        childMb: Math.max(0, ...childrenOf(pid).map(memoryOf)),
      }),
    250,
  )
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      clearInterval(timer)
      // The line of the batch itself is one more.
      const through = values.all ? pagesIn(results) : done - 1
      if (code !== 0 || through !== files) reject(new Error(`the command ended with ${code} after ${through} of ${files} files`))
      else resolve({ samples, seconds: (performance.now() - started) / 1000 })
    })
  })
}

/** A page a file is written as soon as its turn comes. */
function pagesIn(path: string): number {
  try {
    return readdirSync(join(path, '校核页')).filter((name) => name.endsWith('.html')).length
  } catch {
    // Nothing is written yet.
    return 0
  }
}

function memoryOf(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    // It has just ended.
    return 0
  }
}

function childrenOf(pid: number): number[] {
  const tasks = readdirSync(`/proc/${pid}/task`)
  return tasks.flatMap((task) => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number))
}

function report(samples: readonly Sample[], seconds: number): string {
  const tenths = Array.from({ length: 10 }, (_, at) =>
    samples.filter(({ done }) => done >= (files * at) / 10 && done < (files * (at + 1)) / 10),
  )
  const most = (part: readonly Sample[], of: 'parentMb' | 'childMb') => `${Math.max(0, ...part.map((sample) => sample[of])).toFixed(0)} MB`
  return [
    `\`npm run bench:batch -- --files ${files} --jobs ${jobs}${values.all ? ' --all' : ''}\`, Node ${process.version}: ${files} files (docx, xlsx, pdf, text in equal parts) in ${seconds.toFixed(0)} s of wall time, ${(files / seconds).toFixed(1)} files a second.`,
    table(
      ['part of the batch', 'most memory of the command', 'most memory of a child'],
      [1, 2, 5, 10].map((tenth) => [
        `${(tenth - 1) * 10}–${tenth * 10} %`,
        most(tenths[tenth - 1] ?? [], 'parentMb'),
        most(tenths[tenth - 1] ?? [], 'childMb'),
      ]),
    ),
  ].join('\n\n')
}
