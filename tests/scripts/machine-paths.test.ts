import { expect, it } from 'vitest'
import { machinePaths } from '../../scripts/rules/machine-paths.mjs'

/** Put together here, so that this file holds no such path itself. */
const path = (...parts: string[]) => `/${parts.join('/')}`

it('finds folders of people and of build machines, with their lines', () => {
  const text = `first\nsee ${path('home', 'someone', 'x')} and ${path('root', 'notes')}\n"C:${'\\'}Users${'\\'}someone"`
  expect(machinePaths(text)).toEqual([
    { line: 2, path: path('home', 'someone') },
    { line: 2, path: path('root', 'notes') },
    { line: 3, path: `C:${'\\'}Users${'\\'}someone` },
  ])
})

it('finds the folder of this very clone', () => {
  expect(machinePaths('built in /builds/17/jiheng today', ['/builds/17'])).toEqual([{ line: 1, path: '/builds/17' }])
})

it('leaves addresses, relative paths and system files alone', () => {
  expect(machinePaths('https://example.org/home/page ../work/x a/root/b /usr/bin/env /tmp/x /dev/null')).toEqual([])
})
