/** Light or dark: as the system says, unless the person chose. The choice stays in this browser. */
import { useSyncExternalStore } from 'react'
import { type Shade, shadeClass } from './tokens.ts'

export type Look = 'system' | Shade
export const looks: readonly Look[] = ['system', 'light', 'dark']

const place = 'jiheng.look'
const system = matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()
let chosen: Look = remembered()

export function chooseLook(look: Look): void {
  chosen = look
  try {
    localStorage.setItem(place, look)
  } catch {
    // Storage may be forbidden; then the choice lasts until the page is closed.
  }
  changed()
}

/** What was chosen, and what is shown. */
export function useLook(): { readonly look: Look; readonly shade: Shade } {
  const look = useSyncExternalStore(listen, () => chosen)
  const shade = useSyncExternalStore(listen, shadeNow)
  return { look, shade }
}

/** Before anything is drawn: the ground of the page has the right colour. */
export function paintGround(): void {
  const root = document.documentElement
  root.classList.remove(shadeClass('light'), shadeClass('dark'))
  root.classList.add(shadeClass(shadeNow()))
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function changed(): void {
  paintGround()
  for (const listener of listeners) listener()
}

function shadeNow(): Shade {
  if (chosen !== 'system') return chosen
  return system.matches ? 'dark' : 'light'
}

function remembered(): Look {
  try {
    const kept = localStorage.getItem(place)
    return looks.find((look) => look === kept) ?? 'system'
  } catch {
    return 'system'
  }
}

system.addEventListener('change', changed)
