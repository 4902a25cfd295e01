/** Values that are kept in the vault: what was read of a document, and what was found in it. */
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { Kept, Vault } from '@jiheng/store'

const [pack, unpack] = [promisify(gzip), promisify(gunzip)]

/** What we wrote ourselves; more than any document of ours comes to. */
const maxOutputLength = 1024 ** 3

export const keepJson = async (vault: Vault, value: unknown): Promise<Kept> => vault.put(await pack(JSON.stringify(value), { level: 6 }))

/** Throws FileGone. */
export async function readJson<Value>(vault: Vault, sha256: string): Promise<Value> {
  const bytes = await unpack(await vault.read(sha256), { maxOutputLength })
  return JSON.parse(bytes.toString()) as Value
}
