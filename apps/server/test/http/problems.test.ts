import { Refusal, type RouteId, routes } from '@jiheng/contract'
import { describe, expect, test } from 'vitest'
import { invalid, toProblem } from '../../src/http/problems.ts'

function said(id: RouteId, body: unknown) {
  const parsed = (routes[id].body as unknown as { safeParse: (value: unknown) => { error?: { issues: never[] } } }).safeParse(body)
  return toProblem(invalid('body', parsed.error?.issues ?? []), 'trace').problem
}

describe('what was filled in wrongly', () => {
  test('is named as on the page, with the limit in plain words', () => {
    const { message, at } = said('roles.create', { name: '长'.repeat(41), permissions: ['document.read'] })
    expect(message).toBe('填写的内容有误：名称 最多 40 个字')
    expect(at).toEqual(['body', 'name'])
  })

  test.each([
    ['roles.create', { name: '   ', permissions: ['document.read'] }, '名称 不能为空'],
    ['roles.create', { name: '审核', permissions: [] }, '权限 至少 1 项'],
    ['tokens.create', { name: '一体化', permissions: ['document.read'], days: 400 }, '天数 最大为 366'],
    ['tokens.create', { name: '一体化', permissions: ['document.read'], days: 0 }, '天数 最小为 1'],
    ['organisations.record-change', { kind: 'merge', day: '明天', before: [], after: [], takesOver: 'x', document: '文' }, '格式不对'],
  ] as const)('%s: %j', (id, body, words) => {
    expect(said(id, body).message).toContain(words)
  })
})

describe('what was thrown', () => {
  test('a bug tells its number and nothing else', () => {
    const { problem, isBug } = toProblem(new Error('select * from accounts'), 'ab12')
    expect(isBug).toBe(true)
    expect(problem.code).toBe('server.bug')
    expect(JSON.stringify(problem)).toContain('ab12')
    expect(JSON.stringify(problem)).not.toContain('accounts')
  })

  test.each([
    ['57014', 'server.busy'],
    ['40001', 'server.busy'],
    ['53300', 'server.busy'],
  ])('what the database had no time for may be asked again: %s', (code, wanted) => {
    expect(toProblem(Object.assign(new Error('x'), { code }), 't').problem.code).toBe(wanted)
  })

  test('a refusal is told as it is', () => {
    expect(toProblem(new Refusal('thing.not-found'), 't')).toMatchObject({
      isBug: false,
      problem: { code: 'thing.not-found', status: 404 },
    })
  })
})
