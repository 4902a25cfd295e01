/** What is kept of the server's answers, and when it is asked again. */
import { QueryCache, QueryClient } from '@tanstack/react-query'
import { NoAnswer, ProblemError } from './client.ts'

/** @param onSignedOut called when anything that is read says that nobody is signed in */
export function makeQueryClient(onSignedOut: () => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (isSignedOut(error)) onSignedOut()
      },
    }),
    defaultOptions: {
      queries: { retry: (failures, error) => failures < 1 && mayPass(error), staleTime: 15_000 },
      mutations: { retry: false },
    },
  })
}

export const isSignedOut = (error: unknown): boolean => error instanceof ProblemError && error.problem.code === 'session.missing'

/** A refusal stays a refusal; a broken line or a restart may be over by the second try. */
export const mayPass = (error: unknown): boolean =>
  error instanceof NoAnswer || (error instanceof ProblemError && error.problem.status >= 500)
