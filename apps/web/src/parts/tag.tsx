import type { ReactNode } from 'react'
import './tag.css'

export type Tone = 'error' | 'warning' | 'info' | 'quiet' | 'good'

/** A status in a word. antd's own tags are too pale to read in several colours. */
export function Tag({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return <span className={`tag tag-${tone}`}>{children}</span>
}
