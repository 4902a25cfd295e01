import { describe, expect, it } from 'vitest'
import { apiDescription, apiRoot, problemCodes, type Route, routeIds, routes } from '../src/index.ts'

interface Operation {
  readonly operationId: string
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean; readonly schema: unknown }[]
  readonly requestBody?: { readonly content: Record<string, unknown> }
  readonly responses: Record<string, { readonly description: string }>
}

const description = apiDescription('1.2.3') as unknown as {
  openapi: string
  info: { version: string }
  paths: Record<string, Record<string, Operation>>
}
const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, one]) => ({ path, method, one })),
)

describe('the API description', () => {
  it('lists every route once and nothing else', () => {
    expect(operations.map(({ path, method }) => `${method.toUpperCase()} ${path}`).sort()).toEqual(
      routeIds.map((id) => `${routes[id].method} ${apiRoot}${routes[id].path}`).sort(),
    )
    expect(operations.map(({ one }) => one.operationId).sort()).toEqual([...routeIds].sort())
  })

  it.each(operations.map(({ one }) => [one.operationId, one] as const))(
    '%s tells what it takes and every problem it answers with',
    (id, one) => {
      const route: Route = routes[id as keyof typeof routes]
      const named = (place: string) => one.parameters.filter((parameter) => parameter.in === place).map(({ name }) => name)
      expect(named('path').sort()).toEqual(Object.keys(route.params.shape).sort())
      expect(named('query').sort()).toEqual(Object.keys(route.query.shape).sort())
      expect('requestBody' in one).toBe(route.body !== null)
      for (const code of route.problems) expect(one.responses[String(problemCodes[code].status)]?.description).toContain(code)
    },
  )

  it('is OpenAPI 3.1, made anew alike, and holds nothing that JSON cannot', () => {
    expect(description.openapi).toBe('3.1.0')
    expect(JSON.parse(JSON.stringify(description))).toEqual(apiDescription('1.2.3'))
  })

  it('every reference leads somewhere', () => {
    const text = JSON.stringify(description)
    const targets = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path as string)
    expect(targets.length).toBeGreaterThan(0)
    for (const target of new Set(targets)) {
      const found = target.split('/').reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], description)
      expect([target, found === undefined]).toEqual([target, false])
    }
  })
})
