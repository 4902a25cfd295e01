import { apiDescription, routeIds } from '@jiheng/contract'
import { expect, test } from 'vitest'
import { curlOf, type Description, isMeant, operationsOf } from '../../src/pages/api-guide/description.ts'
import { keptSeal } from '../../src/pages/journal/kept-seal.ts'
import { standingOf } from '../../src/pages/people/posts-of.ts'
import { partsOf } from '../../src/pages/search/marked.tsx'
import { passwordHints } from '../../src/parts/password-hints.ts'
import { apiGuide } from '../../src/wording/api-guide.ts'

const operations = operationsOf(apiDescription('1.0.0') as unknown as Description)

test('the page knows every route of the contract, and a word for each of their nouns', () => {
  expect(operations.map(({ id }) => id)).toEqual(expect.arrayContaining([...routeIds]))
  expect(operations.filter(({ noun }) => apiGuide.nouns[noun] === undefined)).toEqual([])
  expect(operations.flatMap(({ problems }) => problems).filter(({ code, message }) => code === '' || message === '')).toEqual([])
})

test('a route is found by a field that goes in or comes out', () => {
  expect(operations.filter((one) => isMeant(one, 'takesover recorded')).length).toBe(0)
  expect(operations.filter((one) => isMeant(one, 'takesOver')).map(({ id }) => id)).toContain('organisations.record-change')
})

test('an example carries the token where one is needed, and a body where one is sent', () => {
  const create = operations.find(({ id }) => id === 'roles.create')
  const health = operations.find(({ id }) => id === 'system.health')
  expect(curlOf(create as (typeof operations)[number], 'http://here', 'T')).toMatch(
    /-X POST 'http:\/\/here\/api\/v1\/roles'[\s\S]*Bearer T[\s\S]*-d '\{"name"/,
  )
  expect(curlOf(health as (typeof operations)[number], 'http://here', 'T')).toBe("curl 'http://here/api/v1/health'")
})

test('a kept line is read however it was copied, and nothing else is taken for one', () => {
  expect(keptSeal(` 12\t${'AB'.repeat(32)} `)).toEqual({ seal: 12, digest: 'ab'.repeat(32) })
  for (const line of ['', '12', `0 ${'ab'.repeat(32)}`, `12 ${'ab'.repeat(31)}`, `12 ${'xy'.repeat(32)}`]) expect(keptSeal(line)).toBeNull()
})

test('marked words are plain text, wherever they stand', () => {
  const marked = (text: string, words: string) =>
    partsOf(text, words)
      .map(({ part, isMatch }) => (isMatch ? `[${part}]` : part))
      .join('')
  expect(marked('a.b (A.B) aXb', 'a.b')).toBe('[a.b] ([A.B]) aXb')
  expect(marked('合计与分项', '分 合计')).toBe('[合计]与[分]项')
  expect(marked('same', ' ')).toBe('same')
})

test('a post holds from its first day until it is ended: at once', () => {
  const post = { from: '2026-01-02', to: '2026-01-31' }
  expect(['2026-01-01', '2026-01-02', '2026-01-31', '2026-02-01'].map((day) => standingOf(post, day))).toEqual([
    'future',
    'now',
    'past',
    'past',
  ])
})

test('what is asked of a password is told one by one', () => {
  const unmet = (password: string) =>
    passwordHints(password, { name: '王敏', loginName: 'wangmin' })
      .filter(({ isMet }) => !isMet)
      .map(({ hint }) => hint)
  expect(unmet('')).toEqual(['length', 'own', 'varied', 'plain'])
  expect(unmet('Wang-Min-2026-03')).toEqual(['own'])
  expect(unmet('2345678901')).toEqual(['plain'])
  expect(unmet('ababababab')).toEqual(['varied'])
  expect(unmet('春风化雨-润物无声-66')).toEqual([])
})
