/** The API description as the server gives it, read into what the page shows. Only what our own contract writes is known here. */
export interface Schema {
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly additionalProperties?: Schema | boolean
  readonly anyOf?: readonly Schema[]
  readonly minimum?: number
  readonly maximum?: number
  readonly maxLength?: number
  readonly default?: unknown
}

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly schema: Schema
}

export interface Problem {
  readonly status: string
  readonly code: string
  readonly message: string
}

export interface Operation {
  readonly id: string
  readonly noun: string
  readonly method: string
  readonly path: string
  readonly title: string
  readonly access: string
  readonly isOpen: boolean
  readonly parameters: readonly Parameter[]
  /** 'bytes': a file; null: nothing is sent. */
  readonly body: Schema | 'bytes' | null
  /** Words where the answer is no JSON. */
  readonly answer: Schema | string
  readonly problems: readonly Problem[]
}

interface Content {
  readonly description?: string
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>
}

interface RawOperation {
  readonly operationId: string
  readonly summary: string
  readonly description: string
  readonly tags: readonly string[]
  readonly security: readonly unknown[]
  readonly parameters: readonly Parameter[]
  readonly requestBody?: Content
  readonly responses: Readonly<Record<string, Content>>
}

export interface Description {
  readonly info: { readonly version: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, RawOperation>>>>
}

/** In the order of the contract. */
export function operationsOf({ paths }: Description): readonly Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, raw]) => operationOf(method.toUpperCase(), path, raw)),
  )
}

function operationOf(method: string, path: string, raw: RawOperation): Operation {
  const statuses = Object.entries(raw.responses)
  const good = statuses.find(([status]) => Number(status) < 400)?.[1]
  const sent = raw.requestBody?.content
  return {
    id: raw.operationId,
    noun: raw.tags[0] ?? '',
    method,
    path,
    title: raw.summary,
    access: raw.description,
    isOpen: raw.security.length === 0,
    parameters: raw.parameters,
    body: sent === undefined ? null : (sent['application/json']?.schema ?? 'bytes'),
    answer: good?.content?.['application/json']?.schema ?? good?.description ?? '',
    problems: statuses
      .filter(([status]) => Number(status) >= 400)
      .flatMap(([status, { description = '' }]) => description.split('\n').map((line) => ({ status, ...codeAndMessage(line) }))),
  }
}

/** `code：message`, as the description writes each refusal. */
function codeAndMessage(line: string): { readonly code: string; readonly message: string } {
  const at = line.search(/[^\w.-]/)
  return at < 0 ? { code: line, message: '' } : { code: line.slice(0, at), message: line.slice(at + 1) }
}

/** Whether the words name it: by title, address, id or the name of a field that goes in or out. */
export function isMeant(operation: Operation, words: string): boolean {
  const { id, method, path, title, parameters, body, answer } = operation
  const names = [...parameters.map(({ name }) => name), ...fieldsOf(body), ...fieldsOf(answer)]
  const text = [id, method, path, title, ...names].join(' ').toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

function fieldsOf(schema: Schema | string | null): readonly string[] {
  if (schema === null || typeof schema === 'string') return []
  const inner = [...Object.values(schema.properties ?? {}), ...(schema.items ? [schema.items] : []), ...(schema.anyOf ?? [])]
  return [...Object.keys(schema.properties ?? {}), ...inner.flatMap(fieldsOf)]
}

/** A call as one would type it; `origin` of the page, the token by its name. */
export function curlOf({ method, path, parameters, body, isOpen }: Operation, origin: string, token: string): string {
  const query = parameters.filter((one) => one.in === 'query' && one.required).map(({ name }) => `${name}=…`)
  const address = `${origin}${path}${query.length === 0 ? '' : `?${query.join('&')}`}`
  const lines = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}'${address}'`,
    ...(isOpen ? [] : [`-H 'Authorization: Bearer ${token}'`]),
    ...(body === null ? [] : [`-H 'Content-Type: ${body === 'bytes' ? 'application/octet-stream' : 'application/json'}'`]),
    ...(body === null ? [] : [body === 'bytes' ? '--data-binary @file' : `-d '${JSON.stringify(exampleOf(body))}'`]),
  ]
  return lines.join(' \\\n  ')
}

/** A value that the schema would take, or nearly. */
export function exampleOf(schema: Schema): unknown {
  if (schema.default !== undefined) return schema.default
  if (schema.const !== undefined) return schema.const
  if (schema.enum?.length) return schema.enum[0]
  if (schema.anyOf?.length) return schema.anyOf.some(({ type }) => type === 'null') ? null : exampleOf(schema.anyOf[0] as Schema)
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, inner]) => [name, exampleOf(inner)]))
    case 'array':
      return schema.items ? [exampleOf(schema.items)] : []
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 0, 0)
    case 'boolean':
      return false
    case 'string':
      return schema.format === 'date' ? '2026-01-31' : schema.format === 'uuid' ? '00000000-0000-4000-8000-000000000000' : '…'
    default:
      return null
  }
}
