/** Codes of an authenticator (RFC 6238), and spare codes for when it is lost. */
import { randomInt } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { hashSecret } from '../http/secrets.ts'

const periodSeconds = 30
const spareCodes = 8
/** Without what is taken for something else when it is written down. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

export const newTotpSecret = (): string => new Secret({ size: 20 }).base32

/** What an authenticator reads from a picture. */
export function totpAddress(secret: string, loginName: string): string {
  return totp(secret, loginName).toString()
}

const totp = (secret: string, label = '') =>
  new TOTP({ issuer: '绩衡', label, algorithm: 'SHA1', digits: 6, period: periodSeconds, secret })

/** The step whose code it is: this one, or one before or after, and after `lastStep`; null for any other. */
export function totpStep(secret: string, code: string, now: Date, lastStep: number): number | null {
  if (!/^\d{6}$/.test(code)) return null
  const timestamp = now.getTime()
  const delta = totp(secret).validate({ token: code, timestamp, window: 1 })
  if (delta === null) return null
  const step = Math.floor(timestamp / 1000 / periodSeconds) + delta
  return step > lastStep ? step : null
}

/** Eight, shown once; each works once. */
export function newSpareCodes(): { readonly codes: readonly string[]; readonly hashes: readonly string[] } {
  const part = () => Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join('')
  const codes = Array.from({ length: spareCodes }, () => `${part()}-${part()}`)
  return { codes, hashes: codes.map(hashSecret) }
}

/** The others, when it was one of them; null when not. */
export function withoutSpareCode(code: string, hashes: readonly string[]): readonly string[] | null {
  const used = hashSecret(code.toLowerCase())
  return hashes.includes(used) ? hashes.filter((hash) => hash !== used) : null
}
