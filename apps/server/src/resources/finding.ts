/** Findings: listed over many documents, decided one by one. */
import type { documentRoutes, findingRoutes } from '@jiheng/contract'
import { decideFinding, listFindings } from '@jiheng/store'
import { endpoint, type Handlers } from '../http/endpoint.ts'

export const findingHandlers = {
  'findings.list': endpoint('findings.list', { run: ({ work, query }) => listFindings(work, query) }),
  'findings.decide': endpoint('findings.decide', {
    run: ({ work, params, body }) => decideFinding(work, params.document, params.finding, body),
  }),
} satisfies Partial<Handlers<keyof typeof documentRoutes | keyof typeof findingRoutes>>
