/** Choosing rows for something that is done to all of them. */
import { useEffect, useRef } from 'react'
import { table } from '../../wording/table.ts'

export interface Choosing {
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
}

export function ChooseAll({ choosing: { chosen, onChoose }, ids }: { readonly choosing: Choosing; readonly ids: readonly string[] }) {
  const box = useRef<HTMLInputElement>(null)
  const isAll = ids.length > 0 && chosen.size >= ids.length
  useEffect(() => {
    if (box.current) box.current.indeterminate = chosen.size > 0 && !isAll
  })
  return (
    <td className="choose is-sticky">
      <input
        ref={box}
        type="checkbox"
        checked={isAll}
        aria-label={table.chooseAll}
        title={table.chooseAll}
        onChange={() => onChoose(new Set(isAll ? [] : ids))}
      />
    </td>
  )
}

export function ChooseRow({ choosing: { chosen, onChoose }, id }: { readonly choosing: Choosing; readonly id: string }) {
  const turn = () => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    onChoose(next)
  }
  return (
    <td className="choose is-sticky">
      <input type="checkbox" checked={chosen.has(id)} aria-label={table.choose} onChange={turn} />
    </td>
  )
}
