/** What is read of a batch: itself, its documents, its summary. */
import type { DocumentItem } from '@jiheng/contract'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { client } from '../api/client.ts'
import { keys } from '../api/keys.ts'

export function useBatch(batch: string, { refetchInterval = false as number | false, isWanted = true } = {}) {
  return useQuery({
    queryKey: keys.batch(batch),
    queryFn: ({ signal }) => client.call('batches.get', { params: { batch }, signal }),
    refetchInterval,
    enabled: isWanted,
  })
}

const pageSize = 500

/** All documents of a batch, page after page, in the order of their units. */
export function useBatchDocuments(batch: string, isWanted = true) {
  const query = useInfiniteQuery({
    queryKey: keys.batchDocuments(batch),
    queryFn: ({ pageParam, signal }) =>
      client.call('documents.list', {
        query: { batch, sort: 'unit', limit: pageSize, ...(pageParam === null ? {} : { after: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    enabled: isWanted,
    staleTime: 60_000,
  })
  const { hasNextPage, isFetchingNextPage, fetchNextPage, data, isError } = query
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, isError])
  const documents = useMemo((): readonly DocumentItem[] => data?.pages.flatMap(({ items }) => items) ?? [], [data])
  return { ...query, documents, isWhole: data !== undefined && !hasNextPage }
}

export function useBatchSummary(batch: string, isWanted = true) {
  return useQuery({
    queryKey: keys.batchSummary(batch),
    queryFn: ({ signal }) => client.call('batches.summary', { params: { batch }, signal }),
    enabled: isWanted,
    staleTime: 30_000,
  })
}
