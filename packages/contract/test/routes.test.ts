import { describe, expect, it } from 'vitest'
import { permissions, problemCodes, type Route, routeIds, routes } from '../src/index.ts'

const all = routeIds.map((id) => [id, routes[id] as Route] as const)

describe('routes', () => {
  it('no two answer at the same address', () => {
    const addresses = all.map(([, { method, path }]) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`)
    expect(addresses.length).toBe(new Set(addresses).size)
  })

  it.each(all)('%s takes exactly the parameters that its path names', (_id, { path, params }) => {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect(Object.keys(params.shape).sort()).toEqual(named.sort())
  })

  it.each(all)('%s says in Chinese what it is, and names only problems and permissions that exist', (_id, { title, problems, access }) => {
    expect(title).toMatch(/\p{Script=Han}/u)
    for (const code of problems) expect(problemCodes).toHaveProperty([code])
    const wanted = access.who === 'holder' ? [access.of] : access.who === 'holder-of-any' ? access.of : []
    for (const one of wanted) expect(permissions).toHaveProperty([one])
  })

  it('what only reads changes nothing: a GET takes no body', () => {
    for (const [id, { method, body }] of all) if (method === 'GET') expect([id, body]).toEqual([id, null])
  })

  it('every permission opens some route', () => {
    const used = new Set(
      all.flatMap(([, { access }]) => (access.who === 'holder' ? [access.of] : access.who === 'holder-of-any' ? access.of : [])),
    )
    expect(Object.keys(permissions).filter((one) => !used.has(one as never))).toEqual([])
  })
})
