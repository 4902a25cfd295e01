/** The commands of README.md on the example of docs/: what a stranger types first has to work. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { bundleFile, bundleWhenStale } from '../../scripts/bootstrap/bundle.mjs'
import { inRoot } from '../../scripts/bootstrap/root.mjs'

test('the example is scored to the end, and the README names its files', { timeout: 60_000 }, async () => {
  await bundleWhenStale()
  const words = ['evaluate', 'docs/example-facts.csv', '--goals', 'docs/example-goals.yaml', '--scheme', 'project-2020', '--year', '2023']
  for (const page of ['README.md', 'README.en.md']) expect(readFileSync(inRoot(page), 'utf8')).toContain(words.slice(0, 6).join(' '))
  const { status, stdout, stderr } = spawnSync(process.execPath, [bundleFile, ...words, '--as-of', '2024-06-30'], {
    cwd: inRoot('.'),
    encoding: 'utf8',
  })
  expect(existsSync(bundleFile)).toBe(true)
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toContain('总分 89.85 / 100')
  expect(stdout).toContain('等级 良')
})
