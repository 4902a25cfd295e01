/** A list that the server gives page by page, as a table takes it. */
import type { AnsweredBy, Call, RouteId } from '@jiheng/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { client } from './client.ts'

/** Routes that answer with `items` and `next`. */
type PagedId = { [Id in RouteId]: AnsweredBy<Id> extends { readonly items: unknown[]; readonly next: string | null } ? Id : never }[RouteId]
type RowOf<Id extends PagedId> = AnsweredBy<Id> extends { readonly items: (infer Row)[] } ? Row : never

interface PageOf<Id extends PagedId> {
  readonly items: readonly RowOf<Id>[]
  readonly next: string | null
}

/** @param key begins with what an invalidation names; the question is added @param query without `after` */
export function usePages<Id extends PagedId>(id: Id, key: readonly unknown[], query: NonNullable<Call<Id>['query']>) {
  const { data, error, isPending, isFetchingNextPage, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: [...key, query],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      client.call(id, {
        query: pageParam === null ? query : { ...query, after: pageParam },
        signal,
      } as Call<Id>) as Promise<unknown> as Promise<PageOf<Id>>,
    getNextPageParam: (page) => page.next,
  })
  const rows = useMemo(() => (data?.pages ?? []).flatMap((page) => page.items), [data])
  return {
    rows,
    isLoading: isPending,
    error,
    onRetry: () => void (rows.length === 0 ? refetch() : fetchNextPage()),
    more: { has: hasNextPage, isLoading: isFetchingNextPage, load: () => void fetchNextPage() },
  }
}
