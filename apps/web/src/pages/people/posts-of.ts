/** Posts as they are read: those that are held today first. */
import type { Account } from '@jiheng/contract'
import { people } from '../../wording/people.ts'

type HeldPost = Account['posts'][number]

/** `today` as YYYY-MM-DD by the clock of the reader. */
export function standingOf({ from, to }: Pick<HeldPost, 'from' | 'to'>, today: string): 'now' | 'past' | 'future' {
  if (from > today) return 'future'
  return to !== null && to < today ? 'past' : 'now'
}

export const todayHere = (): string => {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}

export const postsNow = (posts: Account['posts']): Account['posts'] => posts.filter((post) => standingOf(post, todayHere()) === 'now')

export const postWords = ({ role, organisation }: Pick<HeldPost, 'role' | 'organisation'>): string =>
  people.post(role.name, organisation?.name ?? people.region)
