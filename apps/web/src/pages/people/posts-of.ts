/** Posts as they are read: those that are held today first. */
import type { Account } from '@jiheng/contract'
import { people } from '../../wording/people.ts'

type HeldPost = Account['posts'][number]

/** As the server counts: a post that ends today has ended. `today` as YYYY-MM-DD. */
export function standingOf({ from, to }: Pick<HeldPost, 'from' | 'to'>, today: string): 'now' | 'past' | 'future' {
  if (from > today) return 'future'
  return to !== null && to <= today ? 'past' : 'now'
}

/** By Beijing time, as the server has it: posts begin and end by that day, wherever the clock of the browser stands. */
export const todayInChina = (): string => new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10)

export const postsNow = (posts: Account['posts']): Account['posts'] => posts.filter((post) => standingOf(post, todayInChina()) === 'now')

export const postWords = ({ role, organisation }: Pick<HeldPost, 'role' | 'organisation'>): string =>
  people.post(role.name, organisation?.name ?? people.region)
