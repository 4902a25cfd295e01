/** The API description, OpenAPI 3.1, made from the contract and nothing else. */
import * as z from 'zod'
import { wireProblem } from './problem.ts'
import { type ProblemCode, problemCodes } from './problem-codes.ts'
import type { Access, Route } from './route.ts'
import { apiRoot, routes } from './routes.ts'

/** What any route may answer with, beside its own. */
export const commonProblems: readonly ProblemCode[] = [
  'request.invalid',
  'request.too-many',
  'server.busy',
  'server.stopping',
  'server.bug',
]
const signedInProblems: readonly ProblemCode[] = ['session.missing', 'request.foreign-origin', 'token.scope']

type Json = { readonly [name: string]: unknown }

/** `version` is that of the product. The same contract gives the same description. */
export function apiDescription(version: string): Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const [id, route] of Object.entries(routes)) {
    const path = `${apiRoot}${route.path}`
    paths[path] ??= {}
    paths[path][route.method.toLowerCase()] = operation(id, route)
  }
  return {
    openapi: '3.1.0',
    info: { title: '绩衡接口', version, description: '金额等有意义的数字是十进制文本；列表用 after 翻页；修改用 version 防止互相覆盖。' },
    paths,
    components: {
      schemas: { Problem: jsonOf(wireProblem, 'output') },
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'jiheng_session',
          description: '登录后由浏览器保存；修改时另需请求头 x-jiheng-request: 1',
        },
        token: { type: 'http', scheme: 'bearer', description: '在“我的账号”新建的接口令牌' },
      },
    },
  }
}

function operation(id: string, route: Route): Json {
  const { title, access, body } = route
  return {
    operationId: id,
    summary: title,
    description: accessWords(access),
    tags: [id.slice(0, id.indexOf('.'))],
    security: access.who === 'anyone' ? [] : [{ session: [] }, { token: [] }],
    parameters: [
      ...parametersOf(route.params, 'path'),
      ...parametersOf(route.query, 'query'),
      ...(route.method === 'GET'
        ? []
        : [
            {
              name: 'Idempotency-Key',
              in: 'header',
              required: false,
              schema: { type: 'string', maxLength: 100 },
              description: '同一个键只做一次；正文里有密码的不看',
            },
          ]),
    ],
    ...(body === null ? {} : { requestBody: { required: true, content: contentOf(body) } }),
    responses: { ...successOf(route), ...refusalsOf(route) },
  }
}

function contentOf(body: Exclude<Route['body'], null>): Json {
  if (body === 'bytes') return { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
  return { 'application/json': { schema: jsonOf(body, 'input') } }
}

function successOf({ answer }: Route): Json {
  switch (answer) {
    case 'none':
      return { '204': { description: '完成' } }
    case 'redirect':
      return { '303': { description: '转到另一个地址' } }
    case 'file':
      return { '200': { description: '文件', content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } } }
    case 'html':
      return { '200': { description: '网页', content: { 'text/html': {} } } }
    case 'events':
      return { '200': { description: '事件流', content: { 'text/event-stream': {} } } }
    default:
      return { '200': { description: '结果', content: { 'application/json': { schema: jsonOf(answer, 'output') } } } }
  }
}

function refusalsOf({ problems, access, body }: Route): Json {
  const codes = [
    ...commonProblems,
    ...(access.who === 'anyone' ? [] : signedInProblems),
    ...(body === 'bytes' ? (['request.not-bytes'] as const) : []),
    ...(access.who.startsWith('holder') ? (['permission.missing'] as const) : []),
    ...problems,
  ]
  const byStatus = new Map<number, Set<ProblemCode>>()
  for (const code of codes) {
    const { status } = problemCodes[code]
    byStatus.set(status, (byStatus.get(status) ?? new Set()).add(code))
  }
  const entries = [...byStatus].sort(([a], [b]) => a - b)
  return Object.fromEntries(
    entries.map(([status, named]) => [
      String(status),
      {
        description: [...named].map((code) => `${code}：${problemCodes[code].message}`).join('\n'),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )
}

function parametersOf(schema: z.ZodObject, place: 'path' | 'query'): readonly Json[] {
  const { properties = {}, required = [] } = jsonOf(schema, 'input') as { properties?: Record<string, unknown>; required?: string[] }
  return Object.entries(properties).map(([name, value]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: value,
  }))
}

function jsonOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io, target: 'draft-2020-12', unrepresentable: 'any' })
  return rest
}

function accessWords(access: Access): string {
  switch (access.who) {
    case 'anyone':
      return '不需要登录'
    case 'signed-in':
      return '需要登录'
    case 'holder':
      return `需要权限 ${access.of}`
    case 'holder-of-any':
      return `需要以下权限之一 ${access.of.join('、')}`
  }
}
