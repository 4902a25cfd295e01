/** The JSON Schema that editors use says what the reader says. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BLOCK_KEYS, CURVES, INDICATOR_KEYS, POLICY_KEYS, SCHEME_KEYS, SOURCE_KEYS, VERSION_KEYS, WAY_KEYS } from '@jiheng/evaluation'
import { readYaml } from '@jiheng/runner/data'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { folder, shipped } from './shipped.ts'

interface Part {
  readonly properties?: Readonly<Record<string, Part>>
  readonly enum?: readonly string[]
  readonly oneOf?: readonly Part[]
}
const schema = JSON.parse(readFileSync(join(folder, 'scheme.schema.json'), 'utf8')) as Part & {
  readonly $defs: Readonly<Record<string, Part>>
}
const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true })
addFormats.default(ajv)
const isValid = ajv.compile(schema)

const keysOf = (part: Part | undefined): readonly string[] => Object.keys(part?.properties ?? {}).sort()

test.each([
  ['a scheme', schema, SCHEME_KEYS],
  ['a version', schema.$defs.version, VERSION_KEYS],
  ['a source', schema.$defs.source, SOURCE_KEYS],
  ['a block', schema.$defs.block, BLOCK_KEYS],
  ['an indicator', schema.$defs.indicator, INDICATOR_KEYS],
  ['another way', schema.$defs.way, WAY_KEYS],
  ['policies', schema.$defs.policies, POLICY_KEYS],
])('%s has the keys that the reader knows', (_name, part, keys) => {
  expect(keysOf(part)).toEqual([...keys].sort())
})

test('every curve of the reader is in it', () => {
  const curves = (schema.$defs.curve?.oneOf ?? []).flatMap((one) => [...(one.enum ?? []), ...keysOf(one)])
  expect([...new Set(curves)].sort()).toEqual([...CURVES].sort())
})

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'))
const schemes = files.flatMap((name) => {
  const read = readYaml(readFileSync(join(folder, name), 'utf8'), name)
  return 'value' in read && Object.hasOwn(read.value as object, 'scheme') ? [[name, read.value] as const] : []
})

test('every scheme that is shipped is looked at', () => expect(schemes).toHaveLength(shipped.schemes.size))

test.each(schemes)('%s is valid', (_name, value) => {
  isValid(value)
  expect(isValid.errors ?? []).toEqual([])
})

test.each(schemes)('%s tells editors where the schema lies', (name) => {
  const [first] = readFileSync(join(folder, name), 'utf8').split('\n')
  const up = '../'.repeat(name.split(/[\\/]/).length - 1)
  expect(first).toBe(`# yaml-language-server: $schema=${up}scheme.schema.json`)
})

describe('what the reader refuses for its shape, an editor marks', () => {
  // Sums, cycles, items and units are of meaning, not of shape: only the reader knows them.
  const ofShape = [
    'negative-weight',
    'unknown-rule',
    'misspelt-key',
    'no-target-sign',
    'no-period',
    'no-such-day',
    'no-source',
    'no-tree',
    'float',
  ]
  test.each(ofShape)('%s', (id) => {
    const refusal = shipped.refusals.find((one) => one.id === id)
    if (refusal?.given.kind !== 'scheme') throw new Error(id)
    expect(isValid(refusal.given.data)).toBe(false)
  })

  test('the base that they change is valid', () => {
    const base = readYaml(readFileSync(join(folder, 'cases', 'refusals.yaml'), 'utf8'), 'refusals')
    expect('value' in base && isValid((base.value as { readonly base: unknown }).base)).toBe(true)
  })
})
