/** The keys of the workbench. */
import type { Finding } from '@jiheng/contract'
import type { RefObject } from 'react'
import { useNavigate } from 'react-router'
import { useProblemMessage } from '../parts/problem-message.ts'
import { useHotkeys } from '../parts/use-hotkeys.ts'
import { type Asking, choicesFor, type Desk, mayUndo } from './desk.ts'
import { nextOf } from './findings/filter.ts'
import type { Neighbours } from './neighbours.ts'

interface Given {
  readonly desk: Desk
  readonly shown: RefObject<readonly Finding[]>
  readonly neighbours: Neighbours
  readonly onFilter: () => void
  readonly onClear: () => void
  readonly onHelp: () => void
}

/** @returns steps to the next or the previous finding */
export function useKeys({ desk, shown, neighbours, onFilter, onClear, onHelp }: Given): (step: 1 | -1, isOpen?: boolean) => void {
  const navigate = useNavigate()
  const tell = useProblemMessage()
  const { state } = desk
  const currentOf = () => shown.current.find(({ id }) => id === state.get().current)
  const step = (by: 1 | -1, isOpen = false) => {
    const isMeant = isOpen ? (one: Finding) => one.status === 'open' : () => true
    const next = nextOf(shown.current, state.get().current, by, { isMeant, wraps: isOpen })
    if (next !== null) desk.choose(next.id)
  }
  const ask = (asking: Asking) => {
    const current = currentOf()
    if (current !== undefined && choicesFor(current, desk.may).includes(asking)) desk.ask(asking)
  }
  const undo = () => {
    const current = currentOf()
    if (current !== undefined && mayUndo(current, desk.may)) desk.decide(current, 'open', '').catch(tell)
    else desk.undo()
  }
  const go = (to: { readonly id: string } | null) => to !== null && void navigate(`/documents/${to.id}`)
  const hotkeys = {
    j: () => step(1),
    arrowdown: () => step(1),
    k: () => step(-1),
    arrowup: () => step(-1),
    n: () => step(1, true),
    '1': () => ask('dismissed'),
    '2': () => ask('returned'),
    '3': () => ask('asked'),
    '4': () => ask('answered'),
    '0': undo,
    c: () => ask('comment'),
    r: () => state.set({ isRepairShown: !state.get().isRepairShown }),
    o: () => {
      const mark = currentOf()?.quotes[0]?.mark
      if (mark) desk.showMark(mark)
    },
    '[': () => go(neighbours.previous),
    ']': () => go(neighbours.next),
    '?': onHelp,
    escape: () => (state.get().asking === null ? onClear() : state.set({ asking: null })),
  }
  useHotkeys(hotkeys, { repeated: steps })
  // The frame has a meaning for this key too.
  useHotkeys({ '/': onFilter }, { isFirst: true })
  return step
}

/** Held, they go on. */
const steps = ['j', 'arrowdown', 'k', 'arrowup'] as const
