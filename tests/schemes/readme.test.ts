/** The page for officers: its examples run, and it names everything that can be written. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  BLOCK_KEYS,
  CASE_KEYS,
  CURVES,
  INDICATOR_KEYS,
  POLICY_KEYS,
  REFUSAL_KEYS,
  runCase,
  SCHEME_KEYS,
  SOURCE_KEYS,
  sayFailure,
  VERSION_KEYS,
} from '@jiheng/evaluation'
import { assemble, readYaml } from '@jiheng/runner/data'
import { expect, test } from 'vitest'
import { folder } from './shipped.ts'

const page = readFileSync(join(folder, 'README.md'), 'utf8')
const examples = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => text)
const items = readFileSync(join(folder, 'general', 'items.yaml'), 'utf8')

test('the scheme and the case on the page are read, and the case holds', () => {
  expect(examples).toHaveLength(2)
  const files = [items, ...examples].map((text, at) => {
    const read = readYaml(text, `example ${at}`)
    if ('problems' in read) throw new Error(JSON.stringify(read.problems))
    return { name: `example ${at}`, value: read.value }
  })
  const loaded = assemble(files)
  expect(loaded.problems).toEqual([])
  expect(loaded.cases).toHaveLength(1)
  for (const one of loaded.cases) expect(runCase(one, loaded.items).failures.map(sayFailure)).toEqual([])
})

const keys = [SCHEME_KEYS, VERSION_KEYS, SOURCE_KEYS, BLOCK_KEYS, INDICATOR_KEYS, POLICY_KEYS, CURVES, CASE_KEYS, REFUSAL_KEYS].flat()

test.each([...new Set<string>(keys)])('%s is explained', (key) => {
  expect(new RegExp(`\`${key}[\`:]|^\\s*(?:- )?${key}:|\\{ ${key}:|, ${key}:`, 'm').test(page)).toBe(true)
})
