/** People: accounts, posts and their hand-over, roles. */
import {
  changeAccount,
  changeRole,
  createAccount,
  createPost,
  createRole,
  endPost,
  handOverPost,
  listAccounts,
  listHandOvers,
  listRoles,
  readAccount,
  removeRole,
  resetAccount,
  signOutAccount,
} from '@jiheng/store'
import { endpoint, type Handlers } from '../http/endpoint.ts'
import { newLink } from '../people/link-token.ts'

export const peopleHandlers = {
  'accounts.list': endpoint('accounts.list', { run: ({ work, query }) => listAccounts(work, query) }),
  'accounts.get': endpoint('accounts.get', { run: ({ work, params }) => readAccount(work, params.account) }),
  'accounts.create': endpoint('accounts.create', {
    run: async ({ ground, work, body, container }) => {
      const account = await createAccount(work, body)
      const key = { regionId: work.viewer.regionId, accountId: account.id }
      return { account, link: await newLink(ground, key, 'invite', container) }
    },
  }),
  'accounts.change': endpoint('accounts.change', {
    run: ({ work, params, body, container }) => changeAccount(work, params.account, body, container.signOn?.issuer ?? null),
  }),
  'accounts.reset': endpoint('accounts.reset', {
    run: async ({ ground, work, params, container }) => {
      await resetAccount(work, params.account)
      const key = { regionId: work.viewer.regionId, accountId: params.account }
      return { link: await newLink(ground, key, 'reset', container) }
    },
  }),
  'accounts.sign-out': endpoint('accounts.sign-out', {
    run: async ({ work, params }) => {
      await signOutAccount(work, params.account)
      return null
    },
  }),
  'posts.create': endpoint('posts.create', { run: ({ work, body }) => createPost(work, body) }),
  'posts.end': endpoint('posts.end', {
    run: async ({ work, params }) => {
      await endPost(work, params.post)
      return null
    },
  }),
  'posts.hand-over': endpoint('posts.hand-over', { run: ({ work, params, body }) => handOverPost(work, params.post, body) }),
  'hand-overs.list': endpoint('hand-overs.list', { run: ({ work, query }) => listHandOvers(work, query) }),
  'roles.list': endpoint('roles.list', { run: async ({ work }) => ({ items: await listRoles(work) }) }),
  'roles.create': endpoint('roles.create', { run: ({ work, body }) => createRole(work, body) }),
  'roles.change': endpoint('roles.change', { run: ({ work, params, body }) => changeRole(work, params.role, body) }),
  'roles.remove': endpoint('roles.remove', {
    run: async ({ work, params }) => {
      await removeRole(work, params.role)
      return null
    },
  }),
} satisfies Partial<Handlers>
