import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { afterAll, expect, it } from 'vitest'
import { inRoot } from '../../scripts/bootstrap/root.mjs'

const folder = inRoot('.cache', `run-ts-test-${process.pid}`)
mkdirSync(folder, { recursive: true })
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function runTs(source: string, ...args: string[]) {
  const file = `${folder}/entry.ts`
  writeFileSync(file, source)
  return spawnSync(process.execPath, [inRoot('scripts', 'run-ts.mjs'), file, ...args], { encoding: 'utf8' })
}

it('runs TypeScript with the packages from source, and hands on arguments and exit code', () => {
  const done = runTs(
    `import * as quantity from '@jiheng/quantity'
     const names: readonly string[] = Object.keys(quantity)
     console.log(names.length > 0, process.argv.slice(2))
     process.exitCode = 3`,
    'one',
    '--two',
  )
  expect(done.stderr).toBe('')
  expect(done.stdout).toBe("true [ 'one', '--two' ]\n")
  expect(done.status).toBe(3)
})

it('names the TypeScript line of an error', () => {
  const done = runTs("\n\nthrow new Error('on line three' as string)")
  expect(done.status).toBe(1)
  expect(done.stderr).toMatch(/entry\.ts:3:\d+/)
})

it('fails when an import is not there', () => {
  const done = runTs("import './not-there.ts'")
  expect(done.status).not.toBe(0)
  expect(done.stderr).toContain('not-there.ts')
})
