/** What people write beside a document. */
import { listComments, writeComment } from '@jiheng/store'
import { endpoint, type Handlers } from '../http/endpoint.ts'

export const commentHandlers = {
  'comments.list': endpoint('comments.list', { run: async ({ work, params }) => ({ items: await listComments(work, params.document) }) }),
  'comments.write': endpoint('comments.write', { run: ({ work, params, body }) => writeComment(work, params.document, body) }),
} satisfies Handlers<'comments.list' | 'comments.write'>
