/** Keys of a page, e.g. `{ j: next, k: previous, 'ctrl+enter': save, '/': search }`. */
import { useEffect, useRef } from 'react'

export type Hotkeys = Readonly<Record<string, (event: KeyboardEvent) => void>>

interface Options {
  readonly isFirst?: boolean
  readonly repeated?: readonly string[]
}

const none: readonly string[] = []

/**
 * Plain keys stay silent while somebody types, while an input method composes, and while a dialog is open; `ctrl+…` always works.
 * `isFirst`: before the keys of the frame, for a page that has its own meaning for one of them. `repeated`: those that go on while they are held.
 */
export function useHotkeys(hotkeys: Hotkeys, { isFirst = false, repeated = none }: Options = {}): void {
  const latest = useRef({ hotkeys, repeated })
  useEffect(() => {
    latest.current = { hotkeys, repeated }
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.altKey) return
      const held = event.ctrlKey || event.metaKey
      if (!held && (isTyping(event.target) || document.querySelector('dialog[open], .ant-modal-wrap:not([style*="none"])') !== null)) return
      const { hotkeys, repeated } = latest.current
      const key = hotkeyOf(event)
      const run = hotkeys[key]
      if (run === undefined || (event.repeat && !repeated.includes(key))) return
      event.preventDefault()
      run(event)
    }
    document.addEventListener('keydown', listen, isFirst)
    return () => document.removeEventListener('keydown', listen, isFirst)
  }, [isFirst])
}

/** The name of what was pressed. Shift counts only beside names such as `enter`: `?` is `?` on every keyboard. */
export function hotkeyOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey'>): string {
  const key = event.key.toLowerCase()
  const shift = event.shiftKey && key.length > 1 ? 'shift+' : ''
  return `${event.ctrlKey || event.metaKey ? 'ctrl+' : ''}${shift}${key}`
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
