/** The findings in the order of their numbers; the one that is looked at is kept in sight. */
import type { Finding } from '@jiheng/contract'
import { type ReactNode, useEffect, useRef } from 'react'
import { bringIntoSight } from '../../parts/bring-into-sight.ts'
import { type LaterHandle, LaterList } from '../../parts/later-list.tsx'
import { useStore } from '../../parts/store.ts'
import { workbench } from '../../wording/workbench.ts'
import { useDesk } from '../desk.ts'
import { cardId, FindingCard } from './finding-card.tsx'

interface Props {
  readonly findings: readonly Finding[]
  /** Above the first: what is to be known, what to do when all is done. */
  readonly above?: ReactNode
  /** Below the last: what was looked at. */
  readonly below?: ReactNode
}

export function FindingList({ findings, above, below }: Props) {
  const { state } = useDesk()
  const current = useStore(state, (now) => now.current)
  const scroller = useRef<HTMLElement>(null)
  const list = useRef<LaterHandle>(null)
  const latest = useRef(findings)
  latest.current = findings
  useEffect(() => {
    const index = latest.current.findIndex(({ id }) => id === current)
    if (index < 0 || current === null) return
    list.current?.reach(index)
    const card = () => document.getElementById(cardId(current))
    if (index > 0) return bringIntoSight(card, 'nearest')
    // What stands above the first belongs to it.
    scroller.current?.scrollTo(0, 0)
    bringIntoSight(() => card()?.querySelector('h3') ?? null, 'nearest')
  }, [current])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="finding-list" data-scroller="" ref={scroller} tabIndex={0} aria-label={workbench.findings}>
      {above}
      <LaterList items={findings} keyOf={idOf} draw={drawCard} height={92} size={10} handle={list} />
      {below}
    </section>
  )
}

const idOf = ({ id }: Finding) => id
const drawCard = (finding: Finding) => <FindingCard finding={finding} />
