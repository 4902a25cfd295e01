import type { HeldPost, Me } from '@jiheng/contract'
import { expect, test } from 'vitest'
import { desksOf, mayAny } from '../src/api/use-session.ts'

const region: Me['region'] = { id: 'r', name: '示例县', code: null }
const post = (id: string, organisation: string | null, permissions: HeldPost['permissions']): HeldPost => ({
  id,
  organisation: organisation === null ? null : { id: organisation, name: organisation },
  role: { id: `role-${id}`, name: `role ${id}` },
  permissions,
})

test('several posts in one organisation are one desk with all they may do', () => {
  const desks = desksOf({
    region,
    posts: [post('1', 'a', ['document.read']), post('2', 'b', ['self-check.use']), post('3', 'a', ['journal.read'])],
  })
  expect(desks.map(({ name, permissions }) => [name, permissions])).toEqual([
    ['a', ['document.read', 'journal.read']],
    ['b', ['self-check.use']],
  ])
})

test('a post over the whole region has its name', () => {
  expect(desksOf({ region, posts: [post('1', null, [])] })[0]?.name).toBe('示例县')
})

test('without a desk nothing may be done but what everybody may', () => {
  expect(mayAny(null, ['document.read'])).toBe(false)
  expect(mayAny(null, [])).toBe(true)
})
