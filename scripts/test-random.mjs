/** `npm run test:random [rounds]`: the tests of the pure rooms with other random examples in every round; five rounds unless told. */
import { randomInt } from 'node:crypto'
import { requireNode } from './bootstrap/node-floor.mjs'

requireNode()
const { installWhenStale } = await import('./bootstrap/install.mjs')
const { inRoot } = await import('./bootstrap/root.mjs')
const { runNode } = await import('./bootstrap/run.mjs')

const rounds = Number(process.argv[2] ?? 5)
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error('usage: npm run test:random -- [rounds]')
  process.exit(2)
}
if (!installWhenStale()) process.exit(1)

const failed = []
for (let round = 1; round <= rounds; round++) {
  const seed = String(randomInt(2 ** 31))
  console.log(`\n=== round ${round} of ${rounds}, FAST_CHECK_SEED=${seed}`)
  const tests = [inRoot('node_modules', 'vitest', 'vitest.mjs'), 'run', '--project', 'rooms', '--reporter', 'dot', 'packages/']
  if (runNode(tests, { env: { ...process.env, FAST_CHECK_SEED: seed } }) !== 0) failed.push(seed)
}
console.log(failed.length === 0 ? `random: ${rounds} rounds passed` : `random: FAILED with FAST_CHECK_SEED=${failed.join(', ')}`)
process.exit(failed.length > 0 ? 1 : 0)
