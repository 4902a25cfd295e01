/**
 * Who asks, as a county knows them: a role, held at one unit or for the whole region; nobody; a token with one scope.
 * What the roles may do is written down here once more, by hand: were a preset widened by mistake, the matrix would tell.
 */
import type { Permission } from '@jiheng/contract'
import type { TestDatabase } from '../../../packages/store/test/support/databases.ts'
import { isLong } from '../../setup/breadth.ts'

export interface Asker {
  readonly name: string
  /** Where the post is held. */
  readonly place: 'unit' | 'region'
  readonly may: readonly Permission[]
  readonly by: 'nobody' | 'session' | 'token'
  /** What the person behind a token may do. */
  readonly person: readonly Permission[]
}

const review: readonly Permission[] = [
  'document.read',
  'batch.manage',
  'finding.dismiss',
  'finding.return',
  'finding.ask',
  'comment.write',
  'document.return',
  'output.make',
]
const ofUnit: readonly Permission[] = ['document.read', 'self-check.use', 'document.submit', 'finding.answer', 'comment.write']

export const all: readonly Permission[] = [
  'document.read',
  'self-check.use',
  'document.submit',
  'batch.manage',
  'finding.dismiss',
  'finding.return',
  'finding.ask',
  'finding.answer',
  'comment.write',
  'document.return',
  'document.pass',
  'document.publish',
  'output.make',
  'organisation.manage',
  'account.manage',
  'post.manage',
  'role.manage',
  'journal.read',
]

/** Beyond the own unit nobody holds these, whatever the role says. */
export const ownOnly: readonly Permission[] = ['self-check.use', 'document.submit', 'finding.answer']

export const roles: Readonly<Record<string, readonly Permission[]>> = {
  系统管理员: all.filter((permission) => !ownOnly.includes(permission)),
  绩效股审核人员: review,
  绩效股负责人: [...review, 'document.pass', 'document.publish', 'organisation.manage', 'journal.read'],
  业务股室人员: ['document.read', 'finding.ask', 'comment.write', 'output.make'],
  主管部门审核人员: [...review, 'document.pass'],
  单位经办人: ofUnit,
  单位负责人: ofUnit,
  第三方评价人员: ['document.read', 'comment.write'],
  审计调阅人员: ['document.read', 'journal.read'],
}

export const everything = '样样都有的岗位'

/** A token can do no more than its scope, whatever its person may. */
const tokens = [
  ['document.read', 'unit'],
  ['self-check.use', 'unit'],
  ['finding.dismiss', 'region'],
  ['account.manage', 'region'],
] as const

export const askers: readonly Asker[] = [
  { name: 'nobody', place: 'region', may: [], by: 'nobody', person: [] },
  ...Object.entries(roles).flatMap(([role, may]) =>
    (['unit', 'region'] as const).map((place): Asker => ({ name: `${role} · ${place}`, place, may, by: 'session', person: may })),
  ),
  ...tokens.map(([scope, place]): Asker => ({ name: `token for ${scope} · ${place}`, place, may: [scope], by: 'token', person: all })),
]

const daily: ReadonlySet<string> = new Set(['系统管理员', '绩效股审核人员', '单位经办人'])

/** Who asks on the embedded database, which answers by the same statements as the served one. */
const dailyEmbedded: ReadonlySet<string> = new Set([
  'nobody',
  '绩效股审核人员 · region',
  '单位经办人 · unit',
  'token for finding.dismiss · region',
])

/** On every day those that differ most: who reviews, who hands in, who manages, and tokens. `npm run test:long` asks as every role. */
export const askingOn = (database: TestDatabase['name']): readonly Asker[] =>
  askers.filter(({ name, by }) => {
    if (isLong) return true
    if (database === 'embedded') return dailyEmbedded.has(name)
    return by !== 'session' || daily.has(name.split(' · ')[0] as string)
  })
