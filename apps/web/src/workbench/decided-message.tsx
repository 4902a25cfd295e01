/** What was decided, with the way back for some seconds: a key is soon pressed by mistake. */
import type { App } from 'antd'
import { finding as words } from '../wording/finding.ts'
import './decided-message.css'
import '../parts/link-button.css'

const key = 'decided'
const seconds = 2
const secondsToUndo = 8

interface WayBack {
  readonly onUndo: () => void
  /** The message has gone, and the way back with it. */
  readonly onGone: () => void
}

export function tellDecided(message: ReturnType<typeof App.useApp>['message'], said: string, back?: WayBack): void {
  if (back === undefined) return void message.open({ key, type: 'success', content: said, duration: seconds })
  const content = (
    <>
      {said}
      <button type="button" className="link-button decided-undo" onClick={back.onUndo}>
        {words.undo} <kbd>0</kbd>
      </button>
    </>
  )
  void message.open({ key, type: 'success', content, duration: secondsToUndo, onClose: back.onGone })
}
