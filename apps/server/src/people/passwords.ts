/** Passwords as scrypt hashes. The parameters stand in the hash, so that they can be raised and old ones still be read. */
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { Refusal } from '@jiheng/contract'

export interface Passwords {
  /** `scrypt$N$r$p$salt$hash`, in base64url. */
  readonly hash: (password: string) => Promise<string>
  /** Takes as long without a hash as with one: whether a name exists is not to be told from the time. */
  readonly verify: (password: string, hash: string | null) => Promise<Verified>
}

export interface Verified {
  readonly isRight: boolean
  /** Made with other parameters than today's. */
  readonly isOld: boolean
}

export interface Cost {
  readonly N: number
  readonly r: number
  readonly p: number
}

/** 128 MB and some tenths of a second for each. */
export const usualCost: Cost = { N: 2 ** 17, r: 8, p: 1 }
/** Hashes at a time, and how many may wait: a flood of sign-ins must not take the memory. */
const [atATime, mayWait] = [2, 60]
const keyBytes = 32
/** Nobody's: compared with where there is nothing to compare with. */
const nobody = (cost: Cost): string => `scrypt$${cost.N}$${cost.r}$${cost.p}$${'A'.repeat(22)}$${'A'.repeat(43)}`

export function createPasswords(cost: Cost = usualCost): Passwords {
  const turn = turns()
  return {
    hash: (password) =>
      turn(async () => {
        const salt = randomBytes(16)
        const key = await derive(password, salt, cost)
        return `scrypt$${cost.N}$${cost.r}$${cost.p}$${salt.toString('base64url')}$${key.toString('base64url')}`
      }),
    verify: (password, hash) =>
      turn(async () => {
        const kept = read(hash ?? nobody(cost))
        const key = await derive(password, kept.salt, kept.cost)
        const isRight = timingSafeEqual(key, kept.key) && hash !== null
        return { isRight, isOld: kept.cost.N !== cost.N || kept.cost.r !== cost.r || kept.cost.p !== cost.p }
      }),
  }
}

/** The same characters, however the keyboard composed them. */
function derive(password: string, salt: Buffer, { N, r, p }: Cost): Promise<Buffer> {
  const options: ScryptOptions = { N, r, p, maxmem: 256 * N * r }
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, keyBytes, options, (error, key) => (error === null ? resolve(key) : reject(error)))
  })
}

function read(hash: string): { readonly cost: Cost; readonly salt: Buffer; readonly key: Buffer } {
  const [name, N, r, p, salt, key] = hash.split('$')
  if (name !== 'scrypt' || salt === undefined || key === undefined) throw new Error('a password hash of another kind')
  return { cost: { N: Number(N), r: Number(r), p: Number(p) }, salt: Buffer.from(salt, 'base64url'), key: Buffer.from(key, 'base64url') }
}

/** Lets two in at a time, the others in order; refuses with server.busy when too many wait. */
function turns(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = []
  let busy = 0
  return async (work) => {
    if (busy >= atATime) {
      if (waiting.length >= mayWait) throw new Refusal('server.busy')
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else busy++
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next === undefined) busy--
      else next()
    }
  }
}
