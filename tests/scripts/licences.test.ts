import { expect, it } from 'vitest'
import { licenceFaults } from '../../scripts/rules/licences.mjs'

const entry = { version: '1.0.0', license: 'MIT', resolved: 'https://registry.npmjs.org/a/-/a-1.0.0.tgz', integrity: 'sha512-x' }
const faults = (change: object) => licenceFaults({ packages: { 'node_modules/a': { ...entry, ...change } } })

it('accepts permissive licences, and a choice that includes one', () => {
  expect(faults({})).toEqual([])
  expect(faults({ license: '(GPL-2.0 OR MIT)' })).toEqual([])
})

it('accepts MPL-2.0 for development only', () => {
  expect(faults({ license: 'MPL-2.0', dev: true })).toEqual([])
  expect(faults({ license: 'MPL-2.0' })).toEqual(['a@1.0.0: licence MPL-2.0 is not accepted for what we ship'])
})

it.each(['GPL-3.0', 'AGPL-3.0', 'MIT AND GPL-2.0', undefined])('refuses %s', (license) => {
  expect(faults({ license, dev: true })).toHaveLength(1)
})

it('refuses a package from another place, or without a digest', () => {
  expect(faults({ resolved: 'https://mirror.example/a.tgz' })).toHaveLength(1)
  expect(faults({ integrity: undefined })).toHaveLength(1)
})

it('leaves our own workspaces out', () => {
  expect(licenceFaults({ packages: { '': {}, 'packages/quantity': {}, 'node_modules/@jiheng/quantity': { link: true } } })).toEqual([])
})
