/** The vault as a folder. A file is written beside its place, brought to the disk, and renamed: a crash leaves either all of it or nothing. */
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { FileGone, type Kept, TooLarge, type Vault } from './vault.ts'

const isDigest = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)

export async function openFolderVault(folder: string): Promise<Vault> {
  const [kept, coming] = [join(folder, 'kept'), join(folder, 'coming')]
  await mkdir(kept, { recursive: true })
  await mkdir(coming, { recursive: true })
  await clearLeft(coming)

  /** The digest is checked, so that no name leads out of the folder. */
  const path = (sha256: string): string => {
    if (!isDigest(sha256)) throw new FileGone(sha256)
    return join(kept, sha256.slice(0, 2), sha256)
  }

  const receive: Vault['receive'] = async (stream, maxBytes) => {
    const temporary = join(coming, randomUUID())
    const hash = createHash('sha256')
    let bytes = 0
    const counting = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        bytes += chunk.length
        if (bytes > maxBytes) return done(new TooLarge(maxBytes))
        hash.update(chunk)
        done(null, chunk)
      },
    })
    try {
      await pipeline(stream, counting, createWriteStream(temporary, { flags: 'wx' }))
      const sha256 = hash.digest('hex')
      await place(temporary, path(sha256))
      return { sha256, bytes }
    } catch (error) {
      await rm(temporary, { force: true })
      throw error
    }
  }

  return {
    path,
    receive,
    put: (content) => receive(Readable.from([content], { objectMode: false }), content.length),
    has: async (sha256) => (await sizeOf(path(sha256))) !== null,
    read: async (sha256) => orGone(sha256, readFile(path(sha256))),
    open: (sha256) => createReadStream(path(sha256)),
    list: () => listKept(kept),
    verify: async (sha256) => {
      if ((await sizeOf(path(sha256))) === null) return 'gone'
      const hash = createHash('sha256')
      await pipeline(createReadStream(path(sha256)), hash)
      return hash.digest('hex') === sha256 ? 'whole' : 'changed'
    },
    remove: (sha256) => rm(path(sha256), { force: true }),
  }
}

/** Nothing is received for so long. What is younger may be another server's, which is at it now. */
const leftMs = 86_400_000

/** What a crash left half received belongs to nobody. */
async function clearLeft(coming: string): Promise<void> {
  for (const name of await readdir(coming)) {
    const path = join(coming, name)
    const found = await stat(path).catch(absent)
    if (found !== null && Date.now() - found.mtimeMs > leftMs) await rm(path, { force: true })
  }
}

async function place(temporary: string, target: string): Promise<void> {
  await synced(temporary)
  await mkdir(dirname(target), { recursive: true })
  await rename(temporary, target)
  await synced(dirname(target))
}

/** What was written is on the disk when this resolves. */
async function synced(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function* listKept(folder: string): AsyncGenerator<Kept> {
  for (const part of (await readdir(folder)).sort()) {
    for (const sha256 of (await readdir(join(folder, part))).filter(isDigest).sort()) {
      const bytes = await sizeOf(join(folder, part, sha256))
      if (bytes !== null) yield { sha256, bytes }
    }
  }
}

async function sizeOf(path: string): Promise<number | null> {
  const found = await stat(path).catch(absent)
  return found?.isFile() === true ? found.size : null
}

async function orGone<Value>(sha256: string, reading: Promise<Value>): Promise<Value> {
  const value = await reading.catch(absent)
  if (value === null) throw new FileGone(sha256)
  return value
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
