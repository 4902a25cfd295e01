/** A request for each line of the oracle: right in every respect but, perhaps, in who sends it. */
import { apiRoot, type RouteId, requestMark, routes, type Stage } from '@jiheng/contract'
import type { BatchRequest, Decide, DocumentRequest } from './oracle.ts'
import type { ListRequest, OwnRequest, PlacedRequest, RegionRequest } from './people-oracle.ts'
import type { Place, Purpose, World } from './world.ts'

export interface Sent {
  readonly route: RouteId
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
}

export function documentRequest(request: DocumentRequest, { organisation, documents }: Place, stage: Stage): Sent {
  const params = { document: documents[stage] }
  if (request.startsWith('decide ')) {
    const body = { status: request.slice('decide '.length), reason: '附表口径不同', version: 0 }
    return { route: 'findings.decide', params: { ...params, finding: 'f1' }, body }
  }
  if (request === 'output letter') return { route: 'documents.output', params: { ...params, kind: 'letter' } }
  const route = request as Exclude<DocumentRequest, Decide | 'output letter'>
  const bodies: Partial<Record<typeof route, unknown>> = {
    'documents.assign': { organisation, year: 2024, kind: 'project', title: '改过的标题', version: 0 },
    'documents.submit': { statement: '附表另报', version: 0 },
    'documents.withdraw': { version: 0 },
    'documents.return': { opinion: '请核对合计', due: null, version: 0 },
    'documents.pass': { opinion: '', version: 0 },
    'documents.publish': { version: 0 },
    'comments.write': { finding: null, audience: 'all', text: '请核对附表' },
  }
  return { route, params: route === 'documents.output' ? { ...params, kind: 'result' } : params, body: bodies[route] }
}

export function batchRequest(route: BatchRequest, { batches }: Place, purpose: Purpose): Sent {
  const params = { batch: batches[purpose] }
  switch (route) {
    case 'batches.change':
      return { route, params, body: { title: '改过的名称', version: 0 } }
    case 'batches.receive':
      return { route, params, query: { name: '自评报告.txt' }, body: Buffer.from('一份新的材料') }
    case 'batches.output':
      return { route, params: { ...params, kind: 'csv' } }
    default:
      return { route, params }
  }
}

export function placedRequest(route: PlacedRequest, place: Place, { roles, accounts }: World): Sent {
  const { organisation, account, post } = place
  const somebody = accounts['业务股室人员 · region'] as string
  switch (route) {
    case 'accounts.get':
    case 'accounts.reset':
    case 'accounts.sign-out':
      return { route, params: { account } }
    case 'accounts.change':
      return { route, params: { account }, body: { name: '改过的姓名', isDisabled: false, signOnSubject: null, version: 0 } }
    case 'posts.create':
      return { route, body: { account: somebody, organisation, role: roles.单位经办人, from: '2026-01-01' } }
    case 'posts.end':
      return { route, params: { post } }
    case 'posts.hand-over':
      return { route, params: { post }, body: { to: somebody, note: '' } }
    case 'organisations.history':
      return { route, params: { organisation } }
    case 'organisations.change':
      return { route, params: { organisation }, body: { ...place.history, aliases: ['简称'] } }
  }
}

const always = (value: string) => [{ value, from: '2019-01-01', to: null }]

export function regionRequest(route: RegionRequest, { roles, places }: World): Sent {
  const unused = { role: roles.没有人担任的角色 as string }
  switch (route) {
    case 'roles.create':
      return { route, body: { name: '新的角色', permissions: ['document.read'] } }
    case 'roles.change':
      return { route, params: unused, body: { name: '改过的角色', permissions: ['document.read'], version: 0 } }
    case 'roles.remove':
      return { route, params: unused }
    case 'organisations.create': {
      const unit = { kind: 'department', isBureau: false, isGovernment: false, aliases: [], parents: [], from: '2019-01-01', to: null }
      return { route, body: { ...unit, names: always('新的单位'), codes: [] } }
    }
    case 'organisations.record-change': {
      const [before, after] = [places.sibling.organisation, places.own.organisation]
      return {
        route,
        body: { kind: 'merge', day: '2025-06-01', before: [before, after], after: [after], takesOver: after, document: '某文〔2025〕1号' },
      }
    }
    case 'organisations.import':
      return { route, query: { year: '2026', name: '名录.csv' }, body: Buffer.from('单位编码,单位名称\n901,新的单位\n') }
    case 'journal.verify':
      return { route, body: { kept: null } }
    default:
      return { route }
  }
}

export const listRequest = (route: ListRequest): Sent =>
  route === 'search.find' ? { route, query: { q: '暗号' } } : { route, query: listQuery(route) }
const listQuery = (route: ListRequest): Readonly<Record<string, string>> => ('limit' in routes[route].query.shape ? { limit: '500' } : {})

const nobodys = '00000000-0000-4000-8000-000000000000'

export function ownRequest(route: OwnRequest): Sent {
  switch (route) {
    case 'sessions.revoke':
      return { route, params: { session: nobodys } }
    case 'tokens.revoke':
      return { route, params: { token: nobodys } }
    case 'session.password':
      return { route, body: { old: '不是这个密码', new: '一个很长的新密码' } }
    case 'second-factor.begin':
    case 'second-factor.remove':
      return { route, body: { password: '不是这个密码' } }
    case 'second-factor.confirm':
      return { route, body: { code: '123456' } }
    case 'tokens.create':
      return { route, body: { name: '令牌', permissions: ['document.read'], days: 1 } }
    default:
      return { route }
  }
}

export function inject({ route, params = {}, query = {}, body }: Sent, headers: Readonly<Record<string, string>>) {
  const { method, path } = routes[route]
  const url = apiRoot + path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const isBytes = Buffer.isBuffer(body)
  const type = body === undefined ? {} : { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }
  const payload = body === undefined ? {} : { payload: isBytes ? body : JSON.stringify(body) }
  return { method, url, query: { ...query }, headers: { ...headers, [requestMark.name]: requestMark.value, ...type }, ...payload } as const
}
