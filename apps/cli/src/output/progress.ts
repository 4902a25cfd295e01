/** A line at the foot of the terminal while a long batch runs. It steps aside for results and leaves no trace. */
import type { Screen } from '../host.ts'
import { say } from '../wording/messages.ts'
import { display } from './display.ts'
import { clip } from './width.ts'

export interface Progress {
  /** Takes the line away, lets the results be written, and puts it back. */
  readonly aside: (write: () => Promise<void>) => Promise<void>
  readonly show: (done: number, last: string) => Promise<void>
  readonly end: () => Promise<void>
}

/** Short batches are over before a bar is of use. */
const patienceMs = 500
const redrawMs = 80
const barColumns = 24

export function newProgress(screen: Screen, all: number, clock: () => number): Progress {
  const begun = clock()
  let drawn = ''
  let drawnAt = begun
  const erase = async () => {
    if (drawn !== '') await screen.write('\r\x1b[2K')
  }
  if (!screen.isTerminal || all < 2) return { aside: (write) => write(), show: async () => {}, end: async () => {} }
  return {
    aside: async (write) => {
      await erase()
      await write()
      if (drawn !== '') await screen.write(drawn)
    },
    show: async (done, last) => {
      const now = clock()
      if (now - begun < patienceMs || now - drawnAt < redrawMs) return
      const line = clip(`${bar(done, all)} ${say.progress(done, all)}  ${display(last)}`, screen.columns() - 1)
      await erase()
      drawn = line
      drawnAt = now
      await screen.write(drawn)
    },
    end: async () => {
      await erase()
      drawn = ''
    },
  }
}

function bar(done: number, all: number): string {
  const full = Math.round((done / all) * barColumns)
  return `[${'#'.repeat(full)}${'-'.repeat(barColumns - full)}]`
}
