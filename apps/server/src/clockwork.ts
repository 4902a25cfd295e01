/** What a server does by the clock: seals the journals of all regions every minute and once more at the end, and lets the list of organisations go into the next year. */
import { addNextYear, listRegions, sealJournal } from '@jiheng/store'
import type { Container } from './container.ts'

const everyMs = 60_000

/** The promise resolves when what was under way has ended and the rest is sealed. */
export function startClockwork(container: Pick<Container, 'transact' | 'log'>): () => Promise<void> {
  let turn: Promise<void> = Promise.resolve()
  const next = (all: boolean) => {
    turn = turn.then(() => sealAll(container, all))
    return turn
  }
  const timer = setInterval(() => void next(false), everyMs)
  return async () => {
    clearInterval(timer)
    await next(true)
  }
}

async function sealAll({ transact, log }: Pick<Container, 'transact' | 'log'>, all: boolean): Promise<void> {
  try {
    await transact(addNextYear)
    for (const { id } of await transact(listRegions)) {
      let seal = null
      do seal = await transact((ground) => sealJournal(ground, id, all))
      while (seal !== null)
    }
  } catch (error) {
    // What is not done now is done the next time.
    log.error({ error: error instanceof Error ? error.stack : String(error) }, 'work by the clock broke off')
  }
}
