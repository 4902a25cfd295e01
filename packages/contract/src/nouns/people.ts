/** 人员与权限: accounts, posts, roles, hand-overs. */
import * as z from 'zod'
import { permission } from '../permission.ts'
import type { Route } from '../route.ts'
import { day, flag, id, instant, nothing, page, pageOf, version, words } from '../scalars.ts'
import { loginName } from './session.ts'

export const role = z.object({ id, name: z.string(), permissions: z.array(permission), version, holders: z.int() })
export type Role = z.infer<typeof role>

export const post = z.object({
  id,
  account: z.object({ id, name: z.string(), loginName: z.string() }),
  /** null: the whole region. */
  organisation: z.object({ id, name: z.string() }).nullable(),
  role: z.object({ id, name: z.string() }),
  from: day,
  /** Last day; null while it lasts. */
  to: day.nullable(),
})
export type Post = z.infer<typeof post>

export const account = z.object({
  id,
  name: z.string(),
  loginName: z.string(),
  isDisabled: z.boolean(),
  lockedUntil: instant.nullable(),
  /** false: the invitation was not used yet. */
  hasPassword: z.boolean(),
  hasSecondFactor: z.boolean(),
  lastSeenAt: instant.nullable(),
  signOnSubject: z.string().nullable(),
  posts: z.array(post.omit({ account: true })),
  version,
})
export type Account = z.infer<typeof account>

/** One-time, shown once, to be handed to the person: e-mail is nowhere assumed. */
export const link = z.object({ address: z.string(), expiresAt: instant })

/** 交接单: who hands what to whom. */
export const handOver = z.object({
  id,
  post: id,
  from: z.object({ id, name: z.string() }),
  to: z.object({ id, name: z.string() }),
  organisation: z.object({ id, name: z.string() }).nullable(),
  role: z.string(),
  day,
  note: z.string(),
  /** What was open on that day. */
  open: z.object({ documents: z.int(), questions: z.int() }),
})
export type HandOver = z.infer<typeof handOver>

const manage = { who: 'holder', of: 'account.manage', on: 'account' } as const
const oneAccount = z.object({ account: id })
const newPost = z.strictObject({ account: id, organisation: id.nullable(), role: id, from: day })

export const peopleRoutes = {
  'accounts.list': {
    method: 'GET',
    path: '/accounts',
    title: '人员',
    access: manage,
    params: nothing,
    query: page.extend({ q: z.string().max(60).optional(), organisation: id.optional(), disabled: flag.optional() }),
    body: null,
    answer: pageOf(account),
    problems: [],
  },
  'accounts.create': {
    method: 'POST',
    path: '/accounts',
    title: '开设账号并安排第一个岗位，得到邀请链接',
    access: manage,
    params: nothing,
    query: nothing,
    body: z.strictObject({ name: words(40), loginName, organisation: id.nullable(), role: id }),
    answer: z.object({ account, link }),
    problems: ['thing.not-found', 'thing.exists', 'post.beyond-own'],
  },
  'accounts.get': {
    method: 'GET',
    path: '/accounts/{account}',
    title: '一个人员',
    access: manage,
    params: oneAccount,
    query: nothing,
    body: null,
    answer: account,
    problems: ['thing.not-found'],
  },
  'accounts.change': {
    method: 'PUT',
    path: '/accounts/{account}',
    title: '修改姓名、停用或启用、关联统一身份',
    access: manage,
    params: oneAccount,
    query: nothing,
    body: z.strictObject({ name: words(40), isDisabled: z.boolean(), signOnSubject: words(255).nullable(), version }),
    answer: account,
    problems: ['thing.not-found', 'thing.changed', 'thing.exists', 'post.last-manager', 'post.beyond-own'],
  },
  'accounts.reset': {
    method: 'POST',
    path: '/accounts/{account}/reset',
    title: '一键重置：解锁，清除动态验证码，得到重置链接',
    access: manage,
    params: oneAccount,
    query: nothing,
    body: null,
    answer: z.object({ link }),
    problems: ['thing.not-found', 'post.beyond-own', 'post.last-manager'],
  },
  'accounts.sign-out': {
    method: 'POST',
    path: '/accounts/{account}/sign-out',
    title: '让这个人在所有设备上退出',
    access: manage,
    params: oneAccount,
    query: nothing,
    body: null,
    answer: 'none',
    problems: ['thing.not-found', 'post.beyond-own'],
  },
  'posts.create': {
    method: 'POST',
    path: '/posts',
    title: '安排岗位',
    access: { who: 'holder', of: 'post.manage', on: 'organisation' },
    params: nothing,
    query: nothing,
    body: newPost,
    answer: post,
    problems: ['thing.not-found', 'thing.exists', 'post.beyond-own'],
  },
  'posts.end': {
    method: 'DELETE',
    path: '/posts/{post}',
    title: '结束岗位',
    access: { who: 'holder', of: 'post.manage', on: 'organisation' },
    params: z.object({ post: id }),
    query: nothing,
    body: null,
    answer: 'none',
    problems: ['thing.not-found', 'post.last-manager', 'post.beyond-own'],
  },
  'posts.hand-over': {
    method: 'POST',
    path: '/posts/{post}/hand-over',
    title: '岗位交接：交给另一个人，得到交接单',
    access: { who: 'holder', of: 'post.manage', on: 'organisation' },
    params: z.object({ post: id }),
    query: nothing,
    body: z.strictObject({ to: id, note: z.string().trim().max(1000) }),
    answer: handOver,
    problems: ['thing.not-found', 'post.beyond-own', 'thing.exists'],
  },
  'hand-overs.list': {
    method: 'GET',
    path: '/hand-overs',
    title: '交接记录',
    access: { who: 'holder', of: 'post.manage', on: 'organisation' },
    params: nothing,
    query: page,
    body: null,
    answer: pageOf(handOver),
    problems: [],
  },
  'roles.list': {
    method: 'GET',
    path: '/roles',
    title: '角色',
    access: { who: 'signed-in', on: 'region' },
    params: nothing,
    query: nothing,
    body: null,
    answer: z.object({ items: z.array(role) }),
    problems: [],
  },
  'roles.create': {
    method: 'POST',
    path: '/roles',
    title: '新建角色',
    access: { who: 'holder', of: 'role.manage', on: 'region' },
    params: nothing,
    query: nothing,
    body: z.strictObject({ name: words(40), permissions: z.array(permission).min(1) }),
    answer: role,
    problems: ['thing.exists', 'post.beyond-own'],
  },
  'roles.change': {
    method: 'PUT',
    path: '/roles/{role}',
    title: '修改角色的名称和权限',
    access: { who: 'holder', of: 'role.manage', on: 'region' },
    params: z.object({ role: id }),
    query: nothing,
    body: z.strictObject({ name: words(40), permissions: z.array(permission).min(1), version }),
    answer: role,
    problems: ['thing.not-found', 'thing.changed', 'thing.exists', 'post.last-manager', 'post.beyond-own'],
  },
  'roles.remove': {
    method: 'DELETE',
    path: '/roles/{role}',
    title: '删除没有人使用的角色',
    access: { who: 'holder', of: 'role.manage', on: 'region' },
    params: z.object({ role: id }),
    query: nothing,
    body: null,
    answer: 'none',
    problems: ['thing.not-found', 'thing.in-use'],
  },
} as const satisfies Record<string, Route>
