import { useQuery } from '@tanstack/react-query'
import { client } from '../api/client.ts'
import { inboxKey } from '../shell/inbox-link.tsx'

/** What waits for the person; the frame asks for it too, so it is read once. */
export const useInbox = () => useQuery({ queryKey: inboxKey, queryFn: ({ signal }) => client.call('inbox.get', { signal }) })
