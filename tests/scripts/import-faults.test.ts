import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { importFaults } from '../../scripts/rules/import-faults.mjs'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A small project that keeps every rule; each test adds the file that breaks one. */
const sound: Readonly<Record<string, string>> = {
  'packages/quantity/package.json': '{ "dependencies": {} }',
  'packages/quantity/src/index.ts': "export { add } from './add.ts'",
  'packages/quantity/src/add.ts': 'export const add = (a: bigint, b: bigint) => a + b',
  'packages/vocabulary/package.json': '{ "dependencies": { "@jiheng/quantity": "0.1.0" } }',
  'packages/vocabulary/src/index.ts': "import { add } from '@jiheng/quantity'\nexport const two = add(1n, 1n)",
  'packages/ingest/package.json': '{ "dependencies": { "@jiheng/quantity": "0.1.0", "@jiheng/vocabulary": "0.1.0" } }',
  'packages/ingest/src/index.ts': 'export type Block = string\nexport const ingest = (text: string): Block => text',
  'packages/audit/package.json': '{ "dependencies": { "@jiheng/ingest": "0.1.0", "@jiheng/quantity": "0.1.0" } }',
  'packages/audit/src/index.ts': "import type { Block } from '@jiheng/ingest'\nexport const audit = (block: Block) => block",
  'packages/audit/test/audit.test.ts':
    "import { ingest } from '@jiheng/ingest'\nimport { it } from 'vitest'\nimport { audit } from '../src/index.ts'\nit('x', () => { audit(ingest('')) })",
  'apps/cli/package.json': '{ "dependencies": { "@jiheng/audit": "0.1.0", "@jiheng/ingest": "0.1.0" } }',
  'apps/cli/src/main.ts':
    "import { readFileSync } from 'node:fs'\nimport { audit } from '@jiheng/audit'\naudit(readFileSync('x', 'utf8') + Date.now())",
}

function faultsWith(files: Readonly<Record<string, string>>): string[] {
  const root = mkdtempSync(join(tmpdir(), 'jiheng-imports-'))
  folders.push(root)
  for (const [path, text] of Object.entries({ ...sound, ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return importFaults(root).faults
}

describe('the table of rooms', () => {
  it('lets a sound project pass', () => {
    expect(faultsWith({})).toEqual([])
  })

  it('lets tests share the stand-ins of a room that theirs may import', () => {
    const files = {
      'packages/quantity/test/fakes/fake.ts': 'export const fake = 1',
      'packages/vocabulary/test/good.ts': "import { fake } from '../../quantity/test/fakes/fake.ts'",
    }
    expect(faultsWith(files)).toEqual([])
  })

  it.each([
    [
      'an import to the right',
      { 'packages/quantity/src/bad.ts': "import { two } from '@jiheng/vocabulary'" },
      'packages/quantity/src/bad.ts:1: @jiheng/quantity may not import @jiheng/vocabulary; it may import no other room',
    ],
    [
      'an import to the right of types only',
      { 'packages/quantity/src/bad.ts': "import type { Two } from '@jiheng/vocabulary'" },
      'packages/quantity/src/bad.ts:1: @jiheng/quantity may not import @jiheng/vocabulary; it may import no other room',
    ],
    [
      'a room that package.json allows and the table does not',
      { 'packages/vocabulary/package.json': '{ "dependencies": { "@jiheng/quantity": "0.1.0", "@jiheng/audit": "0.1.0" } }' },
      'packages/vocabulary/package.json: @jiheng/vocabulary may not import @jiheng/audit; it may import quantity',
    ],
    [
      'a room that the table allows and package.json does not name',
      { 'packages/audit/src/bad.ts': "import { two } from '@jiheng/vocabulary'" },
      'packages/audit/src/bad.ts:1: @jiheng/vocabulary is not named in packages/audit/package.json',
    ],
    [
      'values from a room that lends its types only',
      { 'packages/audit/src/bad.ts': "import { ingest } from '@jiheng/ingest'" },
      'packages/audit/src/bad.ts:1: @jiheng/audit may import only types from @jiheng/ingest; write `import type`',
    ],
    [
      'stand-ins of a room to the right',
      { 'packages/vocabulary/test/bad.ts': "import { fake } from '../../audit/test/fakes/fake.ts'" },
      'packages/vocabulary/test/bad.ts:1: ../../audit/test/fakes/fake.ts leaves packages/vocabulary; import the other room by its name',
    ],
    [
      'stand-ins outside of tests',
      { 'packages/vocabulary/src/bad.ts': "import { fake } from '../../quantity/test/fakes/fake.ts'" },
      'packages/vocabulary/src/bad.ts:1: ../../quantity/test/fakes/fake.ts leaves packages/vocabulary; import the other room by its name',
    ],
    [
      'a path into another room',
      { 'packages/vocabulary/src/bad.ts': "import { add } from '../../quantity/src/add.ts'" },
      'packages/vocabulary/src/bad.ts:1: ../../quantity/src/add.ts leaves packages/vocabulary; import the other room by its name',
    ],
    [
      'a way past the door of another room',
      { 'packages/vocabulary/src/bad.ts': "import { add } from '@jiheng/quantity/src/add.ts'" },
      'packages/vocabulary/src/bad.ts:1: @jiheng/quantity/src/add.ts reaches into @jiheng/quantity; import what its index.ts exports',
    ],
    [
      'source that imports a test',
      { 'packages/quantity/src/bad.ts': "import './../test/x.ts'", 'packages/quantity/test/x.ts': '' },
      'packages/quantity/src/bad.ts:1: ./../test/x.ts leaves packages/quantity/src',
    ],
    [
      'an npm package in a pure room',
      { 'packages/quantity/src/bad.ts': "import Big from 'big.js'" },
      'packages/quantity/src/bad.ts:1: @jiheng/quantity may not import the package big.js; it imports nothing from outside',
    ],
    [
      'a node: module in a pure room',
      { 'packages/audit/src/bad.ts': "import { createHash } from 'node:crypto'" },
      'packages/audit/src/bad.ts:1: @jiheng/audit is a pure room and may not import node:crypto; hand the value in from an app',
    ],
    [
      'the clock in a pure room',
      { 'packages/audit/src/bad.ts': '\nexport const now = Date.now()' },
      'packages/audit/src/bad.ts:2: Date.now reads the clock or the time zone; @jiheng/audit is a pure room, hand the value in',
    ],
    [
      'chance in a pure room',
      { 'packages/quantity/src/bad.ts': 'export const id = Math.random()' },
      'packages/quantity/src/bad.ts:1: Math.random is chance; @jiheng/quantity is a pure room, hand the value in',
    ],
    [
      'a file that is not there',
      { 'packages/quantity/src/bad.ts': "import { add } from './add'" },
      'packages/quantity/src/bad.ts:1: ./add is not there; write the file name with its ending, e.g. ./total.ts',
    ],
    [
      'a room that nobody entered in the table',
      { 'packages/surprise/package.json': '{}' },
      'packages/surprise: is not in the table of rooms; say in scripts/rules/rooms.mjs what it may import',
    ],
  ])('refuses %s', (_, files, fault) => {
    expect(faultsWith(files)).toEqual([fault])
  })
})

describe('import cycles', () => {
  it('names the way round once', () => {
    const faults = faultsWith({
      'packages/quantity/src/a.ts': "import { b } from './b.ts'",
      'packages/quantity/src/b.ts': "import { c } from './c.ts'",
      'packages/quantity/src/c.ts': "import { a } from './a.ts'",
    })
    const path = (name: string) => `packages/quantity/src/${name}.ts`
    expect(faults).toEqual([`import cycle: ${['a', 'b', 'c', 'a'].map(path).join(' → ')}`])
  })

  it('counts imports of types, and a file that imports itself', () => {
    const faults = faultsWith({
      'packages/quantity/src/a.ts': "import type { B } from './b.ts'",
      'packages/quantity/src/b.ts': "import type { A } from './a.ts'",
      'packages/quantity/src/self.ts': "import { x } from './self.ts'",
    })
    expect(faults).toHaveLength(2)
  })
})
