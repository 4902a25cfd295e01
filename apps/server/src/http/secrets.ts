/** Secrets that are handed out: what stands in a cookie, a token or a link, and what is kept of it. */
import { createHash } from 'node:crypto'

/** Secrets are kept as digests: who reads the database cannot sign in with what lies there. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')

export const sessionToken = (regionId: string, secret: string): string => `${regionId}.${secret}`
export const apiToken = (regionId: string, secret: string): string => `jh_${regionId}.${secret}`
