import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const rooms = ['packages/*/test/**/*.test.ts']
/** Rooms that start processes. */
const outside = ['packages/runner/test/**/*.test.ts']
const products = ['apps/*/test/**/*.test.ts', 'tests/**/*.test.ts', ...outside]
/** Pages in a real browser, each with what it can show: `npm run test:browser`. The ways through the real product are in `npm test`. */
const pages = ['tests/pages/*.test.ts', 'tests/web/!(first-load|flows).test.ts']
/** Tests that compare times: they run alone, after all others, so that no neighbour takes the processor away. */
const timing = ['**/{growth,linear,start-up}.test.ts', '**/*.timing.test.ts']
const timingOfPages = ['tests/{pages,web}/*.timing.test.ts']
/** What takes minutes: `npm run test:long`. */
const long = process.env.JIHENG_TESTS === 'long' ? [] : ['**/*.long.test.ts', '**/*.long.timing.test.ts']
const notTests = ['**/node_modules/**', '**/.cache/**', '**/fixtures/**', ...long]

const alone = { isolate: true, fileParallelism: false, retry: 2, sequence: { groupOrder: 1 } }

export default defineConfig({
  test: {
    testTimeout: 20_000,
    // Test files share the processes of the workers, which load each module once: half of the time of a file would go into loading.
    isolate: false,
    // What is waited for in a browser may take long on a busy machine.
    expect: { poll: { timeout: 30_000 } },
    // The first database of a run is made from nothing.
    hookTimeout: 60_000,
    // Browsers, databases and office programs do much of the work in processes of their own, and a worker waits for them.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    setupFiles: ['tests/setup/random.ts'],
    globalSetup: ['tests/setup/databases.ts'],
    projects: [
      { extends: true, test: { name: 'rooms', include: rooms, exclude: [...outside, ...timing, ...notTests] } },
      {
        extends: true,
        test: {
          name: 'products',
          testTimeout: 60_000,
          retry: process.env.CI ? 1 : 0,
          include: products,
          exclude: [...pages, ...timing, ...notTests],
        },
      },
      {
        extends: true,
        test: {
          name: 'pages',
          testTimeout: 60_000,
          retry: process.env.CI ? 1 : 0,
          include: pages,
          exclude: [...timing, ...notTests],
        },
      },
      { extends: true, test: { name: 'timing', include: timing, exclude: [...timingOfPages, ...notTests], ...alone } },
      { extends: true, test: { name: 'timing of pages', include: timingOfPages, exclude: notTests, ...alone } },
    ],
  },
})
