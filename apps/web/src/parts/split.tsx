/** Two panes side by side with a bar between them that is moved by hand or by arrow keys; where it stands is kept. */
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react'
import { keep, kept } from '../shell/kept.ts'
import './split.css'

interface Props {
  readonly label: string
  readonly left: ReactNode
  readonly right: ReactNode
}

const least = 30
const most = 78
const usual = 62
const inside = (percent: number) => Math.min(most, Math.max(least, Math.round(percent)))

export function Split({ label, left, right }: Props) {
  const whole = useRef<HTMLDivElement>(null)
  const [percent, setPercent] = useState(() => inside(Number(kept('panes') ?? usual) || usual))
  const put = (next: number) => {
    setPercent(inside(next))
    keep('panes', String(inside(next)))
  }
  const drag = (event: PointerEvent) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || whole.current === null) return
    const { left, width } = whole.current.getBoundingClientRect()
    put(((event.clientX - left) / width) * 100)
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -2, ArrowRight: 2, Home: -100, End: 100 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    put(percent + step)
  }
  return (
    <div className="split" ref={whole} style={{ gridTemplateColumns: `minmax(0, ${percent}fr) 9px minmax(0, ${100 - percent}fr)` }}>
      {left}
      {/* biome-ignore lint/a11y/useSemanticElements: a rule of text is not moved */}
      <div
        role="separator"
        aria-orientation="vertical"
        aria-label={label}
        aria-valuenow={percent}
        aria-valuemin={least}
        aria-valuemax={most}
        tabIndex={0}
        className="split-bar no-print"
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onDoubleClick={() => put(usual)}
        onKeyDown={press}
      />
      {right}
    </div>
  )
}
