/** Two regions with a thing of each kind in every relation and stage. Built once; requests are rolled back, so it stays as it is. */
import { createHash, randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { audit } from '@jiheng/audit'
import type { Permission, Stage } from '@jiheng/contract'
import { ingest } from '@jiheng/ingest'
import {
  createRegion,
  type Ground,
  insertUnit,
  type JobKind,
  type Kept,
  type KnownUnit,
  readUnit,
  rebuildYears,
  record,
  type Vault,
} from '@jiheng/store'
import { hashSecret } from '../../../apps/server/src/http/secrets.ts'
import { askers, everything, roles } from './who.ts'

/** Of whom the thing is, as seen from a post at `own`. */
export const relations = ['own', 'child', 'sibling', 'parent', 'bureau', 'other region'] as const
export type Relation = (typeof relations)[number]
export const stages = ['private', 'submitted', 'published'] as const satisfies readonly Stage[]
export const purposes = ['self-check', 'review'] as const
export type Purpose = (typeof purposes)[number]

export interface Place {
  readonly organisation: string
  readonly documents: Readonly<Record<Stage, string>>
  readonly batches: Readonly<Record<Purpose, string>>
  /** Somebody whose only post is here, that post, and a hand-over of it. */
  readonly account: string
  readonly post: string
  readonly handOver: string
  /** A comparison of each batch; a pack of the self-check, which is its maker's. */
  readonly jobs: Readonly<Record<Purpose | 'pack', string>>
  /** What is sent back when the unit is changed. */
  readonly history: object
}

export interface World {
  readonly regions: { readonly here: string; readonly there: string }
  readonly places: Readonly<Record<Relation, Place>>
  /** Of this region and of the other, by name. */
  readonly roles: Readonly<Record<string, string>>
  readonly foreignRole: string
  /** Session or token of each asker. */
  readonly secrets: Readonly<Record<string, string>>
  readonly accounts: Readonly<Record<string, string>>
  readonly journal: { readonly here: string; readonly there: string }
}

/** A word that stands in the document and nowhere else: wherever it turns up, the document was shown. */
export const wordOf = (relation: Relation, stage: Stage): string => `暗号${relations.indexOf(relation)}${stages.indexOf(stage)}号`
export const batchWordOf = (relation: Relation, purpose: Purpose): string =>
  `批次暗号${relations.indexOf(relation)}${purposes.indexOf(purpose)}号`

export async function buildWorld(ground: Ground, vault: Vault): Promise<World> {
  const here = await createRegion(ground, { name: '甲县', code: '130901' })
  const there = await createRegion(ground, { name: '乙县', code: '130902' })
  const unit = unitsIn(ground)
  const bureau = await unit(here, '甲县财政局', null, true)
  const parent = await unit(here, '甲县教育局', null)
  const own = await unit(here, '甲县第一中学', parent)
  const child = await unit(here, '甲县第一中学分校', own)
  const sibling = await unit(here, '甲县第二中学', parent)
  const foreign = await unit(there, '乙县教育局', null)
  for (const region of [here, there]) await rebuildYears(ground, region)

  const roleIds: Record<string, string> = {}
  for (const [name, permissions] of Object.entries({ ...roles, [everything]: askers.find(({ by }) => by === 'token')?.person ?? [] }))
    roleIds[name] = await insertRole(ground, here, name, permissions)
  roleIds.没有人担任的角色 = await insertRole(ground, here, '没有人担任的角色', ['document.read'])
  const foreignRole = await insertRole(ground, there, '单位经办人', roles.单位经办人 ?? [])

  const at: Readonly<Record<Relation, readonly [string, string]>> = {
    own: [here, own],
    child: [here, child],
    sibling: [here, sibling],
    parent: [here, parent],
    bureau: [here, bureau],
    'other region': [there, foreign],
  }
  const places = {} as Record<Relation, Place>
  for (const relation of relations) {
    const [region, organisation] = at[relation]
    const role = region === here ? (roleIds.单位经办人 as string) : foreignRole
    places[relation] = await insertPlace(ground, vault, { region, organisation, relation, role })
  }

  const secrets: Record<string, string> = {}
  const accounts: Record<string, string> = {}
  for (const { name, place, by, may } of askers) {
    if (by === 'nobody') continue
    const account = await insertAccount(ground, here, name)
    const role = by === 'token' ? everything : (name.split(' · ')[0] as string)
    await insertPost(ground, here, account, roleIds[role] as string, place === 'unit' ? own : null)
    const secret = randomUUID().replaceAll('-', '').padEnd(43, 'x')
    await (by === 'session' ? insertSession : insertToken)(ground, here, account, hashSecret(secret), may)
    secrets[name] = secret
    accounts[name] = account
  }
  const word = { here: '甲县的记录', there: '乙县的记录' }
  for (const [regionId, name] of [
    [here, word.here],
    [there, word.there],
  ] as const)
    await record(ground, 'role.created', { regionId, actor: null, details: { name } })
  return { regions: { here, there }, places, roles: roleIds, foreignRole, secrets, accounts, journal: word }
}

const unitsIn =
  (ground: Ground) =>
  async (region: string, name: string, parent: string | null, isBureau = false) => {
    const id = ground.newId()
    const since = <Value>(value: Value) => [{ value, from: '2019-01-01', to: null }]
    await insertUnit(ground, {
      id,
      region,
      kind: parent === null ? 'department' : 'subordinate',
      isBureau,
      isGovernment: false,
      names: since(name),
      codes: [],
      aliases: [],
      parents: parent === null ? [] : since(parent),
      from: '2019-01-01',
      to: null,
      version: 0,
    })
    return id
  }

async function insertRole({ db, now, newId }: Ground, region_id: string, name: string, permissions: readonly Permission[]) {
  const id = newId()
  await db
    .insertInto('roles')
    .values({ region_id, id, name, permissions: JSON.stringify(permissions), created_at: now })
    .execute()
  return id
}

/** Of the right shape, and of no password: so that somebody is left who manages accounts. */
const nobodysPassword = `scrypt$64$8$1$${'A'.repeat(22)}$${'A'.repeat(43)}`

async function insertAccount({ db, now, newId }: Ground, region_id: string, name: string) {
  const id = newId()
  const none = { locked_until: null, totp_secret: null, totp_confirmed_at: null, totp_last_step: null, sign_on_subject: null }
  const login_name = randomUUID()
  await db.insertInto('sign_in_names').values({ name: login_name, region_id, account_id: id }).execute()
  await db
    .insertInto('accounts')
    .values({ region_id, id, name, login_name, password_hash: nobodysPassword, ...none, last_seen_at: null, created_at: now })
    .execute()
  return id
}

async function insertPost(
  { db, now, newId }: Ground,
  region_id: string,
  account_id: string,
  role_id: string,
  organisation_id: string | null,
) {
  const id = newId()
  await db
    .insertInto('posts')
    .values({ region_id, id, account_id, role_id, organisation_id, from_day: '2020-01-01', to_day: null, created_at: now })
    .execute()
  return id
}

async function insertSession({ db, now, newId }: Ground, region_id: string, account_id: string, token_hash: string) {
  const expires_at = new Date(now.getTime() + 3600_000)
  await db
    .insertInto('sessions')
    .values({ region_id, id: newId(), account_id, token_hash, created_at: now, last_seen_at: now, expires_at, device: '', address: '' })
    .execute()
}

async function insertToken(
  { db, now, newId }: Ground,
  region_id: string,
  account_id: string,
  token_hash: string,
  may: readonly Permission[],
) {
  const expires_at = new Date(now.getTime() + 3600_000)
  const permissions = JSON.stringify(may)
  await db
    .insertInto('api_tokens')
    .values({ region_id, id: newId(), account_id, name: '令牌', permissions, token_hash, created_at: now, expires_at, last_used_at: now })
    .execute()
}

interface At {
  readonly region: string
  readonly organisation: string
  readonly relation: Relation
  readonly role: string
}

async function insertPlace(ground: Ground, vault: Vault, at: At): Promise<Place> {
  const { region, organisation, relation, role } = at
  const account = await insertAccount(ground, region, `在${relation}的人`)
  const post = await insertPost(ground, region, account, role, organisation)
  const batches = {} as Record<Purpose, string>
  const jobs = {} as Record<Purpose | 'pack', string>
  for (const purpose of purposes) {
    batches[purpose] = await insertBatch(ground, at, purpose, account)
    jobs[purpose] = await insertJob(ground, region, batches[purpose], account, 'batch.compare')
  }
  jobs.pack = await insertJob(ground, region, batches['self-check'], account, 'batch.pack')
  const documents = {} as Record<Stage, string>
  for (const stage of stages) documents[stage] = await insertDocument(ground, vault, at, stage, batches['self-check'], account)
  const handOver = ground.newId()
  await ground.db
    .insertInto('hand_overs')
    .values({
      region_id: region,
      id: handOver,
      post_id: post,
      from_account_id: account,
      to_account_id: account,
      organisation_id: organisation,
      role_name: '单位经办人',
      day: '2026-01-01',
      note: '',
      open_documents: 0,
      open_questions: 0,
      created_at: ground.now,
    })
    .execute()
  const history = historyOf((await readUnit(ground, region, organisation)) as KnownUnit)
  return { organisation, documents, batches, account, post, handOver, jobs, history }
}

const historyOf = ({ id: _id, region: _region, ...history }: KnownUnit): object => history

async function insertBatch({ db, now, newId }: Ground, { region, organisation, relation }: At, purpose: Purpose, account: string) {
  const id = newId()
  await db
    .insertInto('batches')
    .values({
      region_id: region,
      id,
      title: batchWordOf(relation, purpose),
      purpose,
      organisation_id: organisation,
      year: 2024,
      scope_year: 2024,
      scheme: null,
      created_by: account,
      created_at: now,
      finished_at: null,
    })
    .execute()
  return id
}

async function insertJob({ db, now, newId }: Ground, region_id: string, batch_id: string, created_by: string, kind: JobKind) {
  const id = newId()
  await db
    .insertInto('jobs')
    .values({
      region_id,
      id,
      kind,
      batch_id,
      document_id: null,
      input: '{}',
      state: 'ready',
      run_at: now,
      locked_until: null,
      locked_by: null,
      progress: null,
      last_error: null,
      result: null,
      created_by,
      created_at: now,
      ended_at: null,
    })
    .execute()
  return id
}

async function insertDocument(ground: Ground, vault: Vault, at: At, stage: Stage, batch_id: string, account: string): Promise<string> {
  const { db, now, newId } = ground
  const { region: region_id, organisation, relation } = at
  const [id, word] = [newId(), wordOf(relation, stage)]
  const bytes = reportOf(word)
  const { sha256 } = await keep(ground, vault, region_id, bytes)
  await db
    .insertInto('documents')
    .values({
      region_id,
      id,
      batch_id,
      scope_organisation_id: organisation,
      scope_year: 2024,
      organisation_id: organisation,
      unit_printed: null,
      title: word,
      year: 2024,
      kind: 'project',
      file_name: `${word}.txt`,
      format: 'text',
      sha256,
      bytes: bytes.length,
      state: 'done',
      stage,
      review: 'waiting',
      statement: null,
      series_id: id,
      replaces_id: null,
      replaced_by_id: null,
      received_by: account,
      received_at: now,
      submitted_at: stage === 'private' ? null : now,
      ended_at: now,
    })
    .execute()
  await insertAudit(ground, vault, region_id, id, bytes)
  await db
    .insertInto('findings')
    .values({
      region_id,
      document_id: id,
      finding_id: 'f1',
      number: 1,
      report: 0,
      check_id: 'total-mismatch',
      kind: 'sum',
      severity: 'error',
      unit_printed: null,
      title: word,
      message: word,
      words: word,
      place: '',
      expected: null,
      content: JSON.stringify(findingOf(word)),
    })
    .execute()
  await db
    .insertInto('comments')
    .values({
      region_id,
      id: newId(),
      series_id: id,
      document_id: id,
      finding_id: null,
      audience: 'reviewers',
      text: reviewersWord(word),
      written_by: account,
      written_at: now,
    })
    .execute()
  return id
}

const reportOf = (word: string): Uint8Array =>
  new TextEncoder().encode(`${word}部门整体支出绩效自评报告\n\n一、预算执行情况\n支出合计120万元，其中：基本支出60万元，项目支出40万元。\n`)

async function keep({ db, now }: Ground, vault: Vault, region_id: string, bytes: Uint8Array): Promise<Kept> {
  const kept = await vault.put(bytes)
  await db
    .insertInto('files')
    .values({ region_id, ...kept, received_at: now })
    .execute()
  return kept
}

/** What a page and the files made of it are drawn from: the report as it is really read and audited. */
async function insertAudit(ground: Ground, vault: Vault, region_id: string, document_id: string, bytes: Uint8Array): Promise<void> {
  const { db, now, newId } = ground
  const document = await ingest(bytes, { name: '报告.txt', sha256: createHash('sha256').update(bytes).digest('hex') })
  const result = audit(document, { asOf: '2026-01-01', year: null, purpose: null })
  const source = await keep(ground, vault, region_id, packed(document))
  const kept = await keep(ground, vault, region_id, packed(result))
  await db
    .insertInto('audits')
    .values({
      region_id,
      document_id,
      id: newId(),
      engine: result.engine,
      catalogue: result.catalogue,
      schemes: '[]',
      source_sha256: source.sha256,
      result_sha256: kept.sha256,
      sketches: '[]',
      coverage: JSON.stringify({ numbers: 0, inClaims: 0, inRelations: 0, pass: 0, fail: 0, cannotTell: 0 }),
      untold: '[]',
      seconds: 0,
      audited_at: now,
    })
    .execute()
}

/** As the server keeps values: JSON, gzipped. */
const packed = (value: unknown): Uint8Array => gzipSync(JSON.stringify(value))

/** Said among reviewers: the unit must not read it. */
export const reviewersWord = (word: string): string => `审核人员之间：${word}`

const findingOf = (word: string) => ({
  id: 'f1',
  number: 1,
  report: 0,
  check: 'total-mismatch',
  kind: 'sum',
  kindWords: '合计',
  severity: 'error',
  title: word,
  message: word,
  computation: '',
  steps: [],
  citation: null,
  expected: null,
  repair: null,
  quotes: [],
  related: [],
})
