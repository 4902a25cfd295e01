/** A made-up county, as the server tells of it. */
import type { Account, HandOver, Me, Organisation, OrganisationChange, OrganisationHistory, Permission, Role } from '@jiheng/contract'
import { permissions } from '@jiheng/contract'
import { type Answers, somebody, me as someone } from '../visit.ts'
import { answer } from './answer.ts'

export const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

/** Signed in over the whole region, with these permissions alone; all of them where none are named. */
export function signedInWith(...held: readonly Permission[]): Answers {
  const all = held.length === 0 ? (Object.keys(permissions) as Permission[]) : [...held]
  const post = { id: id(1), organisation: null, role: { id: id(2), name: '示例角色' }, permissions: all }
  const me: Me = { ...someone, posts: [post], permissions: all }
  return { ...somebody, ...answer('session.me', me) }
}

const organisation = (number: number, name: string, rest: Partial<Organisation> = {}): Organisation => ({
  id: id(number),
  kind: 'department',
  code: String(number),
  name,
  aliases: [],
  parent: null,
  isBureau: false,
  isGovernment: false,
  isActive: true,
  version: 0,
  ...rest,
})

export const education = organisation(201, '示例县教育局', { aliases: ['教育局'] })
export const school = organisation(201002, '示例县第一中学', { kind: 'subordinate', parent: education.id, aliases: ['县一中'] })
export const hospital = organisation(202002, '示例县人民医院', { kind: 'subordinate', parent: id(202) })
export const health = organisation(202, '示例县卫生健康局')
export const organisations: readonly Organisation[] = [
  education,
  school,
  health,
  hospital,
  organisation(208, '示例镇人民政府', { isGovernment: true }),
]

const always = (value: string) => [{ value, from: '2021-01-01', to: null }]
export const history: OrganisationHistory = {
  id: health.id,
  kind: 'department',
  isBureau: false,
  isGovernment: false,
  names: [
    { value: '示例县卫生和计划生育局', from: '2021-01-01', to: '2022-12-31' },
    { value: health.name, from: '2023-01-01', to: null },
  ],
  codes: always('202'),
  aliases: ['卫健局'],
  parents: [],
  from: '2021-01-01',
  to: null,
  version: 3,
}
export const merger: OrganisationChange = {
  kind: 'merge',
  day: '2023-01-01',
  before: [health.id, education.id],
  after: [health.id],
  takesOver: health.id,
  document: '示编〔2022〕9 号',
}

export const roles: readonly Role[] = [
  { id: id(31), name: '绩效股审核人员', permissions: ['document.read', 'batch.manage'], version: 0, holders: 2 },
  { id: id(32), name: '单位经办人', permissions: ['self-check.use', 'document.submit'], version: 0, holders: 0 },
]

export const person = (number: number, name: string, rest: Partial<Account> = {}): Account => ({
  id: id(number),
  name,
  loginName: `login${number}`,
  isDisabled: false,
  lockedUntil: null,
  hasPassword: true,
  hasSecondFactor: false,
  lastSeenAt: '2026-03-02T01:20:00.000Z',
  signOnSubject: null,
  posts: [
    {
      id: id(number + 500),
      organisation: { id: school.id, name: school.name },
      role: { id: id(32), name: '单位经办人' },
      from: '2024-01-01',
      to: null,
    },
  ],
  version: 0,
  ...rest,
})

export const handOver: HandOver = {
  id: id(71),
  post: id(541),
  from: { id: id(41), name: '孙丽' },
  to: { id: id(42), name: '刘洋' },
  organisation: { id: school.id, name: school.name },
  role: '单位经办人',
  day: '2026-03-02',
  note: 'U 盾一个',
  open: { documents: 2, questions: 1 },
}
