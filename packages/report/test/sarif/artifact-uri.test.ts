import { expect, it } from 'vitest'
import { artifactUri } from '../../src/sarif/artifact-uri.ts'

it.each([
  ['报告 1.txt', '%E6%8A%A5%E5%91%8A%201.txt'],
  ['包.zip/内/a#b.docx', '%E5%8C%85.zip/%E5%86%85/a%23b.docx'],
  ['/data/a.txt', 'file:///data/a.txt'],
  ['a:b.txt', 'a%3Ab.txt'],
  ['a\\b.txt', 'a%5Cb.txt'],
  ['-', 'stdin'],
])('%s', (name, uri) => {
  expect(artifactUri(name)).toBe(uri)
})

it.each([
  ['C:\\局\\a.txt', 'file:///C:/%E5%B1%80/a.txt'],
  ['\\\\server\\share\\a.txt', 'file://server/share/a.txt'],
  ['局\\a.txt', '%E5%B1%80/a.txt'],
])('%s of Windows', (name, uri) => {
  expect(artifactUri(name, '\\')).toBe(uri)
})
