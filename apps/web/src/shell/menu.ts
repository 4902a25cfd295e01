import type { Permission } from '@jiheng/contract'

/** The entries of the menu, in order, and who sees them: whoever holds any of the permissions; an empty list is everybody. */
export const menu = [
  { key: 'home', path: '/', needs: [] },
  { key: 'batches', path: '/batches', needs: ['batch.manage', 'document.return', 'document.pass'] },
  { key: 'documents', path: '/documents', needs: ['document.read', 'document.submit'] },
  { key: 'findings', path: '/findings', needs: ['document.read', 'finding.answer'] },
  { key: 'self-checks', path: '/self-checks', needs: ['self-check.use'] },
  { key: 'organisations', path: '/organisations', needs: ['organisation.manage', 'document.read'] },
  { key: 'people', path: '/people', needs: ['account.manage', 'post.manage', 'role.manage'] },
  { key: 'journal', path: '/journal', needs: ['journal.read'] },
  { key: 'api', path: '/api-guide', needs: [] },
] as const satisfies readonly { readonly key: string; readonly path: string; readonly needs: readonly Permission[] }[]

export type MenuKey = (typeof menu)[number]['key']
