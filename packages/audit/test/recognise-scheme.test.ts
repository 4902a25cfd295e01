import { readItems, readScheme, type Scheme } from '@jiheng/evaluation'
import { expect, test } from 'vitest'
import { recogniseScheme } from '../src/recognise-scheme.ts'
import { HEAD, readText } from './audit-text.ts'

function schemeOf(scheme: string, document: string, place: string | null, from = '2023-01-01'): Scheme {
  const tree = [{ indicator: 'all', label: '总评', weight: '100', judged: true, curve: 'manual' }]
  const data = { scheme, label: scheme, place, kind: 'department', versions: [{ from, source: { document, confidence: 'sure' }, tree }] }
  const read = readScheme(data, scheme, readItems({ items: [] }, 'items').items)
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  return read.scheme
}

const own = schemeOf('linhe-department', '临财预〔2023〕59号', 'r1')
const report = (text: string) => readText(`${HEAD}根据${text}要求开展自评。`)

test('a report is judged by the scheme whose number it cites, however the brackets are printed', () => {
  for (const cited of ['《关于开展自评的通知》（临财预〔2023〕59号）', '临财预[2023]59号', '临财预（2023） 59 号'])
    expect(recogniseScheme(report(cited), [own])?.id).toBe('linhe-department')
})

test('another number, a frame of the country, a version of other years and two that fit are none', () => {
  expect(recogniseScheme(report('临财预〔2023〕60号'), [own])).toBeNull()
  expect(recogniseScheme(report('财预〔2020〕10号'), [schemeOf('frame', '财预〔2020〕10号', null)])).toBeNull()
  expect(recogniseScheme(report('临财预〔2023〕59号'), [schemeOf('later', '临财预〔2023〕59号', 'r1', '2024-01-01')])).toBeNull()
  expect(recogniseScheme(report('临财预〔2023〕59号'), [own, schemeOf('twin', '临财预〔2023〕59号', 'r1')])).toBeNull()
})
