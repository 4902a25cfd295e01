/** Puts together what the parts of the workbench share, and moves on after a decision. */
import type { DocumentDetail, Finding, FindingStatus } from '@jiheng/contract'
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { type RefObject, useMemo, useRef, useState } from 'react'
import { client } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { useProblemMessage } from '../parts/problem-message.ts'
import { createStore } from '../parts/store.ts'
import { statuses, finding as words } from '../wording/finding.ts'
import { tellDecided } from './decided-message.tsx'
import type { Asking, Desk, DeskState } from './desk.ts'
import { nextOf } from './findings/filter.ts'
import type { PaperHandle } from './paper/paper.ts'
import { useDecide } from './use-decide.ts'
import { useDrafts } from './use-drafts.ts'

interface Given {
  readonly detail: DocumentDetail
  readonly findings: readonly Finding[]
  /** Those that are shown, in order. */
  readonly shown: RefObject<readonly Finding[]>
  readonly paper: RefObject<PaperHandle | null>
  readonly first: string | null
  /** On a phone: the document comes to the front. */
  readonly onShowPaper: () => void
}

export function useDeskOf({ detail, findings, shown, paper, first, onShowPaper }: Given): Desk {
  const { id, may } = detail
  const cache = useQueryClient()
  const { message } = App.useApp()
  const tell = useProblemMessage()
  const [state] = useState(() => createStore<DeskState>({ current: first, asking: null, isRepairShown: false }))
  const drafts = useDrafts()
  const { mutateAsync } = useDecide(id)
  const latest = useRef({ findings, mutateAsync, tell, message, onShowPaper })
  latest.current = { findings, mutateAsync, tell, message, onShowPaper }
  const key = may.join(' ')
  /** As long as its message stands. */
  const decided = useRef<string | null>(null)
  return useMemo(() => {
    const decide: Desk['decide'] = async (finding, status, reason) => {
      const { mutateAsync, message } = latest.current
      // Where only open ones are shown, this one leaves the list at once; its place there is the way on.
      const before = shown.current
      await mutateAsync({ finding, status, reason })
      decided.current = null
      if (status === 'open') tellDecided(message, words.undone(finding.number))
      else if (finding.status !== 'open') tellDecided(message, words.done(finding.number, statuses[status]))
      else {
        decided.current = finding.id
        const forget = () => {
          if (decided.current === finding.id) decided.current = null
        }
        tellDecided(message, words.done(finding.number, statuses[status]), { onUndo: undo, onGone: forget })
      }
      // Somebody may have gone on already.
      if (state.get().current !== finding.id) return
      const waiting = new Set(shown.current.filter((one) => one.status === waitingAfter[status]).map(({ id }) => id))
      const next = status === 'open' ? null : nextOf(before, finding.id, 1, { isMeant: ({ id }) => waiting.has(id), wraps: true })
      state.set({ asking: null, ...(next === null ? {} : { current: next.id, isRepairShown: false }) })
    }
    const undo = () => {
      const last = latest.current.findings.find((one) => one.id === decided.current)
      if (last === undefined) return false
      decided.current = null
      state.set({ current: last.id, asking: null, isRepairShown: false })
      decide(last, 'open', '').catch((error: unknown) => latest.current.tell(error))
      return true
    }
    return {
      document: id,
      state,
      drafts,
      may: key === '' ? [] : (key.split(' ') as Desk['may'][number][]),
      hasAudience: key.split(' ').some((act) => act === 'return-finding' || act === 'ask' || act === 'return' || act === 'pass'),
      choose: (finding) => state.set(state.get().current === finding ? {} : { current: finding, asking: null, isRepairShown: false }),
      decide,
      undo,
      ask: (asking: Asking | null) => {
        const current = shown.current.find((one) => one.id === state.get().current)
        // Putting on the list needs no word: the finding says it all.
        if (asking === 'returned' && current !== undefined) {
          decide(current, 'returned', '').catch((error: unknown) => latest.current.tell(error))
          return
        }
        state.set({ asking })
      },
      comment: async (finding, text, audience) => {
        await client.call('comments.write', { params: { document: id }, body: { finding: finding.id, audience, text } })
        state.set({ asking: null })
        void latest.current.message.success(words.commentSaved, 2)
        void cache.invalidateQueries({ queryKey: keys.comments(id) })
        void cache.invalidateQueries({ queryKey: keys.documentFindings(id) })
      },
      showMark: (mark) => {
        latest.current.onShowPaper()
        paper.current?.show(mark)
      },
    }
  }, [id, key, state, drafts, shown, paper, cache])
}

/** What the person is led to next: a reviewer to what is open, a unit that answers to what it is asked. */
const waitingAfter = { open: 'open', dismissed: 'open', returned: 'open', asked: 'open', answered: 'asked' } as const satisfies Record<
  FindingStatus,
  FindingStatus
>
