/** The document follows the finding that is looked at, and so does the address, so that it can be handed on. Draws nothing itself. */
import type { Finding } from '@jiheng/contract'
import { type RefObject, useEffect, useMemo } from 'react'
import { useStore } from '../parts/store.ts'
import { useDesk } from './desk.ts'
import type { MarkStore } from './paper/mark-store.ts'
import type { PaperHandle } from './paper/paper.ts'

interface Props {
  readonly findings: readonly Finding[]
  /** Those that the filter leaves. */
  readonly shown: readonly Finding[]
  readonly store: MarkStore
  readonly paper: RefObject<PaperHandle | null>
  /** A hidden pane has no place to scroll to. */
  readonly isPaperShown: boolean
}

const restBeforeAddress = 400

export function Follow({ findings, shown, store, paper, isPaperShown }: Props) {
  const { state } = useDesk()
  const current = useStore(state, (now) => now.current)
  const isRepairShown = useStore(state, (now) => now.isRepairShown)
  const { hidden, settled } = useMemo(() => {
    const visible = new Set(shown.map(({ id }) => id))
    return {
      hidden: new Set(findings.flatMap(({ id }) => (visible.has(id) ? [] : [id]))),
      settled: new Set(findings.flatMap(({ id, status }) => (status === 'open' ? [] : [id]))),
    }
  }, [findings, shown])
  const looked = findings.find(({ id }) => id === current)
  const repair = isRepairShown ? (looked?.repair ?? null) : null
  useEffect(() => store.set({ current, hidden, settled, repair }), [store, current, hidden, settled, repair])

  const mark = looked?.quotes[0]?.mark ?? null
  useEffect(() => {
    if (isPaperShown && mark !== null) paper.current?.show(mark)
  }, [isPaperShown, mark, paper])
  useEffect(() => {
    if (current === null) return
    const timer = setTimeout(() => {
      const next = new URLSearchParams(location.search)
      next.set('finding', current)
      history.replaceState(history.state, '', `?${next}`)
    }, restBeforeAddress)
    return () => clearTimeout(timer)
  }, [current])
  return null
}
