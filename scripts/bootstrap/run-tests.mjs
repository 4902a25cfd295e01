/** What the test commands have in common: set-up, the test runner, and the parts that were skipped for want of a program. */
import { reportSkips } from './programs.mjs'
import { inRoot } from './root.mjs'
import { runNode } from './run.mjs'
import { setUp } from './set-up.mjs'

/**
 * Ends the process: 0 when every test passed, and with CI=true none was skipped for want of a program.
 * @param {readonly string[]} selection arguments of the test runner
 * @param {NodeJS.ProcessEnv} [env] added to the environment of the tests
 */
export async function runTests(selection, env = {}) {
  const missing = await setUp('test')
  const tests = runNode([inRoot('node_modules', 'vitest', 'vitest.mjs'), 'run', ...selection], { env: { ...process.env, ...env } })
  const skips = reportSkips(missing, Boolean(process.env.CI && process.env.CI !== 'false'))
  for (const line of skips.lines) console.log(line)
  console.log(`测试 tests: ${tests === 0 ? 'passed' : 'FAILED'}`)
  process.exit(tests || (skips.failed ? 1 : 0))
}

/** @param {readonly string[]} names of projects in vitest.config.ts */
export const inProjects = (...names) => names.flatMap((name) => ['--project', name])
