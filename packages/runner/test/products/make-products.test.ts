import { readFileSync } from 'node:fs'
import type { SourceDocument } from '@jiheng/ingest'
import { expect, it } from 'vitest'
import { makeProducts } from '../../src/products/make-products.ts'
import { fakeEngine } from '../fakes/engine.ts'
import { aFolder } from '../fakes/folder.ts'
import { fakeOutputs } from '../fakes/outputs.ts'

const bytes = new TextEncoder().encode('[[1]]')
const outputs = { ...fakeOutputs, withFixedDates: () => new TextEncoder().encode('without the hour') }

it.each([
  ['docx', 'comments: 1'],
  ['doc', 'without the hour'],
] as const)('the copy of a .%s is the same at every hour', async (format, expected) => {
  const read = await fakeEngine.ingest(bytes, { name: `a.${format}`, sha256: '' })
  const document: SourceDocument = { ...read, file: { ...read.file, format } }
  const result = fakeEngine.audit(document, { asOf: null, year: null, purpose: null })
  const asWord = async () => (format === 'docx' ? null : { bytes, document, result })
  const order = { kinds: ['word-copy'] as const, folder: aFolder().path, date: '2026-01-01', back: '', leftOut: [] }
  const { made } = await makeProducts({ index: 0, bytes, document, result, asWord }, order, outputs)
  expect(made.map(({ path }) => readFileSync(path, 'utf8'))).toEqual([expected])
})
