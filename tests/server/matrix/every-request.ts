/** A right request for every route and thing of the matrix that is near: what tests change a little, to see what then comes. */
import { type BatchRequest, batchRules, type DocumentRequest, documentRules } from './oracle.ts'
import { listRequests, ownRequests, type PlacedRequest, regionRequests } from './people-oracle.ts'
import { batchRequest, documentRequest, listRequest, ownRequest, placedRequest, regionRequest, type Sent } from './requests.ts'
import { purposes, type World } from './world.ts'

export const placedRequests: readonly PlacedRequest[] = [
  'accounts.get',
  'accounts.change',
  'accounts.reset',
  'accounts.sign-out',
  'posts.create',
  'posts.end',
  'posts.hand-over',
  'organisations.history',
  'organisations.change',
]

/** Without streams of events, which do not end. */
export function everyRequest(world: World): readonly Sent[] {
  const { own } = world.places
  const pick = { privately: documentRequests(world, 'private'), submitted: documentRequests(world, 'submitted') }
  const batches = (Object.keys(batchRules) as BatchRequest[])
    .filter((request) => request !== 'batches.events')
    .flatMap((request) => purposes.map((purpose) => batchRequest(request, own, purpose)))
  const jobs = (['jobs.get', 'jobs.cancel', 'jobs.file'] as const).map(
    (route): Sent => ({ route, params: { job: own.jobs['self-check'] } }),
  )
  const body = { title: '新批次', organisation: own.organisation, year: 2024, scheme: null }
  const fresh = purposes.map((purpose): Sent => ({ route: 'batches.create', body: { ...body, purpose } }))
  const person = { name: '新来的人', loginName: 'new.person', organisation: own.organisation, role: world.roles.单位经办人 }
  return [
    ...pick.privately,
    ...pick.submitted,
    ...batches,
    ...jobs,
    ...fresh,
    { route: 'accounts.create', body: person },
    ...placedRequests.map((request) => placedRequest(request, own, world)),
    ...regionRequests.map((request) => regionRequest(request, world)),
    ...listRequests.map((request) => listRequest(request)),
    ...ownRequests.map((request) => ownRequest(request)),
    ...(['setup.state', 'system.health', 'system.ready', 'system.description'] as const).map((route): Sent => ({ route })),
  ]
}

const documentRequests = ({ places }: World, stage: 'private' | 'submitted') =>
  (Object.keys(documentRules) as DocumentRequest[]).map((request) => documentRequest(request, places.own, stage))
