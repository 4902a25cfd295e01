/** Kills at moments drawn from a seed, and starts again what was killed, as a service manager would. */
import { setTimeout as wait } from 'node:timers/promises'
import { type Random, randomOf } from '../fuzz/random.ts'
import type { Platform } from '../platform/build-platform.ts'
import { settingsFor, type Where } from '../platform/office.ts'
import type { Postgres } from '../platform/postgres.ts'
import { childrenOf, type ServerProcess, startServer } from '../platform/server-process.ts'
import type { Acknowledged, AtWork } from './work.ts'

export type Victim = 'server' | 'child' | 'database'

export interface Killing {
  readonly killed: Readonly<Record<Victim, number>>
  readonly acknowledged: Acknowledged
  /** From the start of the process to its first answer, in milliseconds. */
  readonly restarts: readonly number[]
  readonly seconds: number
  /** Until every batch was at its end after the last kill. */
  readonly secondsToSettle: number
  readonly isSettled: boolean
  /** Files that were interrupted too often and tried once more by hand. */
  readonly resumed: number
  /** The server ended although nobody killed it. */
  readonly ownEnds: number
}

interface Order {
  readonly platform: Platform
  readonly where: Where
  readonly postgres: Postgres | null
  readonly kills: number
  readonly seed: string
}

const port = 55_810
const mostSettleMs = 300_000

/** `begin` is handed where the server answers at the moment. */
export async function killAtRandom(order: Order, begin: (origin: () => string) => AtWork): Promise<Killing> {
  const { platform, where, postgres, kills, seed } = order
  const random = randomOf(seed)
  const settings = { ...settingsFor(where), JIHENG_PORT: String(port), JIHENG_WORKERS: '1' }
  const restarts: number[] = []
  const start = async () => {
    const began = performance.now()
    const started = await startServer(platform.serverFile, settings)
    restarts.push(performance.now() - began)
    return started
  }
  let server = await start()
  const origin = `http://127.0.0.1:${port}`
  const work = begin(() => origin)
  const killed = { server: 0, child: 0, database: 0 }
  const began = Date.now()
  let ownEnds = 0
  try {
    for (let at = 0; at < kills; at++) {
      await wait(300 + random.below(2200))
      if (await hasEnded(server)) {
        ownEnds++
        server = await start()
      }
      const victim = choose(random, postgres !== null)
      killed[await kill(victim, random, server, postgres)]++
      if (await hasEnded(server, 50)) server = await start()
    }
    await work.stop()
    const stopped = Date.now()
    const settle = async () => {
      while (!(await work.isSettled())) {
        if (Date.now() - stopped > mostSettleMs) return false
        await wait(500)
      }
      return true
    }
    let isSettled = await settle()
    const secondsToSettle = (Date.now() - stopped) / 1000
    const resumed = isSettled ? await work.resume() : 0
    if (resumed > 0) isSettled = await settle()
    return {
      killed,
      acknowledged: work.acknowledged,
      restarts: restarts.slice(1),
      seconds: (stopped - began) / 1000,
      secondsToSettle,
      resumed,
      isSettled,
      ownEnds,
    }
  } finally {
    await server.stop()
  }
}

function choose(random: Random, hasDatabase: boolean): Victim {
  const share = random.below(100)
  if (share < 40) return 'server'
  return hasDatabase && share >= 70 ? 'database' : 'child'
}

/** Tells who it was: where no child runs the server is killed. */
async function kill(victim: Victim, random: Random, server: ServerProcess, postgres: Postgres | null): Promise<Victim> {
  if (victim === 'database' && postgres !== null) {
    await postgres.kill()
    await wait(random.below(800))
    await postgres.start()
    return 'database'
  }
  if (victim === 'child') {
    const children = childrenOf(server.pid)
    if (children.length > 0) {
      process.kill(random.pick(children), 'SIGKILL')
      return 'child'
    }
  }
  await server.kill()
  return 'server'
}

const hasEnded = (server: ServerProcess, ms = 0): Promise<boolean> =>
  Promise.race([server.ended.then(() => true), wait(ms).then(() => false)])
