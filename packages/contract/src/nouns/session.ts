/** Signing in and out, the own account, second factor, sessions, tokens, links. */
import * as z from 'zod'
import { permission } from '../permission.ts'
import type { Route } from '../route.ts'
import { id, instant, nothing, words } from '../scalars.ts'

export const password = z.string().min(1).max(256)
export const loginName = z
  .string()
  .trim()
  .min(2)
  .max(64)
  .regex(/^[\p{L}\p{N}._@-]+$/u)
const code = z.string().regex(/^\d{6}$/)
/** Of the authenticator, or one of the spare codes that were shown when it was confirmed. */
const signInCode = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^(?:\d{6}|[a-z2-9]{5}-[a-z2-9]{5})$/)

/** A post that the person holds now. */
export const heldPost = z.object({
  id,
  /** null: the whole region. */
  organisation: z.object({ id, name: z.string() }).nullable(),
  role: z.object({ id, name: z.string() }),
  permissions: z.array(permission),
})
export type HeldPost = z.infer<typeof heldPost>

export const me = z.object({
  account: z.object({ id, name: z.string(), loginName: z.string(), hasSecondFactor: z.boolean() }),
  region: z.object({ id, name: z.string(), code: z.string().nullable() }),
  posts: z.array(heldPost),
  /** Of all posts together; what a page shows in its menu. */
  permissions: z.array(permission),
  session: z.object({ id, expiresAt: instant }).nullable(),
})
export type Me = z.infer<typeof me>

export const sessionItem = z.object({
  id,
  createdAt: instant,
  lastSeenAt: instant,
  /** Browser and system in plain words. */
  device: z.string(),
  address: z.string(),
  isThis: z.boolean(),
})
export type SessionItem = z.infer<typeof sessionItem>

export const tokenItem = z.object({
  id,
  name: z.string(),
  permissions: z.array(permission),
  createdAt: instant,
  expiresAt: instant,
  lastUsedAt: instant.nullable(),
})
export type TokenItem = z.infer<typeof tokenItem>

const self = { who: 'signed-in', on: 'self' } as const
const anyone = { who: 'anyone' } as const

export const sessionRoutes = {
  'setup.state': {
    method: 'GET',
    path: '/setup',
    title: '是否已经初始化、有哪些登录方式',
    access: anyone,
    params: nothing,
    query: nothing,
    body: null,
    answer: z.object({
      isDone: z.boolean(),
      /** null: there is none yet, the first set-up names it. */
      region: z.object({ name: z.string() }).nullable(),
      signOn: z.object({ name: z.string() }).nullable(),
      /** For whoever sets it up, and nobody after that. */
      warnings: z.array(z.string()),
    }),
    problems: [],
  },
  'setup.do': {
    method: 'POST',
    path: '/setup',
    title: '用一次性链接初始化：地区和第一位管理员',
    access: anyone,
    params: nothing,
    query: nothing,
    body: z.strictObject({
      token: z.string().max(200),
      /** Ignored where the region is there already. */
      region: z.strictObject({ name: words(60), code: z.string().regex(/^\d{6}(\d{3})?$/) }).nullable(),
      name: words(40),
      loginName,
      password,
    }),
    answer: me,
    problems: ['setup.done', 'link.invalid', 'password.too-weak', 'thing.exists'],
  },
  'session.sign-in': {
    method: 'POST',
    path: '/sessions',
    title: '登录',
    access: anyone,
    params: nothing,
    query: nothing,
    body: z.strictObject({ loginName: z.string().max(64), password, code: signInCode.nullable() }),
    answer: me,
    problems: [
      'session.wrong-password',
      'session.locked',
      'session.disabled',
      'session.code-needed',
      'session.wrong-code',
      'request.too-many',
    ],
  },
  'session.me': {
    method: 'GET',
    path: '/session',
    title: '当前登录人',
    access: self,
    params: nothing,
    query: nothing,
    body: null,
    answer: me,
    problems: [],
  },
  'session.sign-out': {
    method: 'DELETE',
    path: '/session',
    title: '退出',
    access: self,
    params: nothing,
    query: nothing,
    body: null,
    answer: 'none',
    problems: [],
  },
  'sessions.list': {
    method: 'GET',
    path: '/sessions',
    title: '我在哪些设备上登录着',
    access: self,
    params: nothing,
    query: nothing,
    body: null,
    answer: z.object({ items: z.array(sessionItem) }),
    problems: [],
  },
  'sessions.revoke': {
    method: 'DELETE',
    path: '/sessions/{session}',
    title: '让一台设备退出',
    access: self,
    params: z.object({ session: id }),
    query: nothing,
    body: null,
    answer: 'none',
    problems: ['thing.not-found'],
  },
  'session.password': {
    method: 'POST',
    path: '/session/password',
    title: '修改密码（其他设备退出）',
    access: self,
    params: nothing,
    query: nothing,
    body: z.strictObject({ old: password, new: password }),
    answer: 'none',
    problems: ['password.wrong', 'password.too-weak'],
  },
  'second-factor.begin': {
    method: 'POST',
    path: '/session/second-factor',
    title: '开始启用动态验证码',
    access: self,
    params: nothing,
    query: nothing,
    body: z.strictObject({ password }),
    /** The address that an authenticator reads from a picture. */
    answer: z.object({ address: z.string(), secret: z.string() }),
    problems: ['password.wrong', 'thing.exists'],
  },
  'second-factor.confirm': {
    method: 'PUT',
    path: '/session/second-factor',
    title: '确认动态验证码，得到备用码',
    access: self,
    params: nothing,
    query: nothing,
    body: z.strictObject({ code }),
    answer: z.object({ spareCodes: z.array(z.string()) }),
    problems: ['session.wrong-code', 'thing.not-found'],
  },
  'second-factor.remove': {
    method: 'POST',
    path: '/session/second-factor/remove',
    title: '停用动态验证码',
    access: self,
    params: nothing,
    query: nothing,
    body: z.strictObject({ password }),
    answer: 'none',
    problems: ['password.wrong'],
  },
  'link.look': {
    method: 'GET',
    path: '/links/{token}',
    title: '邀请或重置链接是给谁的',
    access: anyone,
    params: z.object({ token: z.string().max(200) }),
    query: nothing,
    body: null,
    answer: z.object({ kind: z.enum(['invite', 'reset']), name: z.string(), loginName: z.string(), region: z.string() }),
    problems: ['link.invalid'],
  },
  'link.use': {
    method: 'POST',
    path: '/links/{token}',
    title: '用邀请或重置链接设密码并登录',
    access: anyone,
    params: z.object({ token: z.string().max(200) }),
    query: nothing,
    body: z.strictObject({ password }),
    answer: me,
    problems: ['link.invalid', 'password.too-weak'],
  },
  'sign-on.start': {
    method: 'GET',
    path: '/sign-on',
    title: '转到统一身份认证',
    access: anyone,
    params: nothing,
    query: nothing,
    body: null,
    answer: 'redirect',
    problems: ['sign-on.unavailable'],
  },
  'sign-on.return': {
    method: 'GET',
    path: '/sign-on/return',
    title: '从统一身份认证回来',
    access: anyone,
    params: nothing,
    query: z
      .object({
        code: z.string().max(4000).optional(),
        state: z.string().max(500).optional(),
        error: z.string().max(200).optional(),
        iss: z.string().max(500).optional(),
      })
      .loose(),
    body: null,
    answer: 'redirect',
    problems: ['sign-on.unavailable', 'sign-on.unknown-person', 'sign-on.refused'],
  },
  'tokens.list': {
    method: 'GET',
    path: '/tokens',
    title: '我的接口令牌',
    access: self,
    params: nothing,
    query: nothing,
    body: null,
    answer: z.object({ items: z.array(tokenItem) }),
    problems: [],
  },
  'tokens.create': {
    method: 'POST',
    path: '/tokens',
    title: '新建接口令牌（只显示一次）',
    access: self,
    params: nothing,
    query: nothing,
    body: z.strictObject({ name: words(60), permissions: z.array(permission).min(1), days: z.int().min(1).max(366) }),
    answer: z.object({ token: z.string(), item: tokenItem }),
    problems: ['permission.missing', 'token.too-many'],
  },
  'tokens.revoke': {
    method: 'DELETE',
    path: '/tokens/{token}',
    title: '作废接口令牌',
    access: self,
    params: z.object({ token: id }),
    query: nothing,
    body: null,
    answer: 'none',
    problems: ['thing.not-found'],
  },
} as const satisfies Record<string, Route>
