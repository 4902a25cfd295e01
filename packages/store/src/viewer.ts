/** Who asks, and how far each of their permissions reaches. */
import { ownOnly, type Permission } from '@jiheng/contract'

export interface ViewerPost {
  /** null: the whole region. */
  readonly organisationId: string | null
  readonly permissions: readonly Permission[]
}

export interface Viewer {
  readonly regionId: string
  readonly accountId: string
  readonly name: string
  readonly posts: readonly ViewerPost[]
  /** What a token of the API is limited to; null: a person at a page. */
  readonly tokenPermissions: readonly Permission[] | null
}

/** Where a permission holds: everywhere in the region, or at these organisations (and below them, unless it is one of `ownOnly`). */
export interface Reach {
  readonly everywhere: boolean
  readonly organisations: readonly string[]
}

export function reachOf({ posts, tokenPermissions }: Viewer, permission: Permission): Reach {
  if (tokenPermissions !== null && !tokenPermissions.includes(permission)) return { everywhere: false, organisations: [] }
  const held = posts.filter(({ permissions }) => permissions.includes(permission))
  const organisations = held.flatMap(({ organisationId }) => (organisationId === null ? [] : [organisationId]))
  // What reaches the own organisation alone has no place where a post has no organisation.
  const everywhere = !ownOnly.includes(permission) && held.some(({ organisationId }) => organisationId === null)
  return { everywhere, organisations: [...new Set(organisations)] }
}

export function holds(viewer: Viewer, permission: Permission): boolean {
  const { everywhere, organisations } = reachOf(viewer, permission)
  return everywhere || organisations.length > 0
}
