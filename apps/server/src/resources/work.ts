/** What concerns everybody's day: the inbox, search, background jobs. */
import { Refusal, type workRoutes } from '@jiheng/contract'
import { cancelJob, getJob, jobFile, readInbox, search } from '@jiheng/store'
import { mediaTypeOf } from '../documents/media-types.ts'
import { endpoint, type Handlers } from '../http/endpoint.ts'

export const workHandlers = {
  'inbox.get': endpoint('inbox.get', { run: ({ work }) => readInbox(work) }),
  'search.find': endpoint('search.find', { run: ({ work, query }) => search(work, query.q) }),
  'jobs.get': endpoint('jobs.get', { run: ({ work, params }) => getJob(work, params.job) }),
  'jobs.cancel': endpoint('jobs.cancel', { run: ({ work, params }) => cancelJob(work, params.job) }),
  'jobs.file': endpoint('jobs.file', {
    run: async ({ work, params, container: { vault } }) => {
      const { sha256, bytes, name } = await jobFile(work, params.job)
      if (!(await vault.has(sha256))) throw new Refusal('file.gone')
      return { kind: 'file', name, mediaType: mediaTypeOf('zip'), content: () => vault.open(sha256), bytes }
    },
  }),
} satisfies Handlers<keyof typeof workRoutes>
