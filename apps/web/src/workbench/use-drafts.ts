/**
 * What was typed and not sent. It outlives the workbench: somebody may have the document audited anew, or the person look at another one.
 * It lies with what was read of the server, and is forgotten with it when they sign out.
 */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

const key = ['drafts'] as const

export function useDrafts(): Map<string, string> {
  const cache = useQueryClient()
  const [drafts] = useState(() => {
    const known = cache.getQueryData<Map<string, string>>(key)
    if (known !== undefined) return known
    const made = new Map<string, string>()
    cache.setQueryDefaults(key, { gcTime: Number.POSITIVE_INFINITY })
    cache.setQueryData(key, made)
    return made
  })
  return drafts
}
