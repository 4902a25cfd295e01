/** Folders that are there whole or not at all, also after a power cut. */
import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { copyFile, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

const AT_ONCE = 16

/** `make` fills a folder aside; then it is written to disk and moved to `target`, which must not exist or be empty. */
export async function makeFolder(target: string, make: (aside: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(target), { recursive: true })
  const aside = `${target}.part-${randomUUID()}`
  try {
    await make(aside)
    await syncTree(aside)
    await rename(aside, target)
  } catch (error) {
    await rm(aside, { recursive: true, force: true })
    throw error
  }
  await syncFolder(dirname(target))
}

/** What a process that was killed in `makeFolder` left behind. Only for whoever alone makes this target. */
export async function clearAside(target: string): Promise<void> {
  const rests = (await readdir(dirname(target))).filter((name) => name.startsWith(`${basename(target)}.part-`))
  for (const name of rests) await rm(join(dirname(target), name), { recursive: true, force: true })
}

/** Files and folders; a database has nothing else. `source` must be at rest. */
export async function copyTree(source: string, target: string): Promise<void> {
  await mkdir(target, { recursive: true, mode: 0o700 })
  const { folders, files } = await treeOf(source)
  for (const folder of folders) await mkdir(join(target, folder), { mode: 0o700 })
  await each(files, (file) => copyFile(join(source, file), join(target, file), constants.COPYFILE_FICLONE))
}

async function syncTree(root: string): Promise<void> {
  const { folders, files } = await treeOf(root)
  await each(files, async (file) => {
    const handle = await open(join(root, file), 'r+')
    await handle.datasync().finally(() => handle.close())
  })
  await each(['', ...folders], (folder) => syncFolder(join(root, folder)))
}

/** Names in a folder are written only with the folder itself. Windows keeps them on its own and refuses. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

/** Parents come before what is in them. */
async function treeOf(root: string): Promise<{ readonly folders: readonly string[]; readonly files: readonly string[] }> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const path = (entry: { parentPath: string; name: string }) => join(entry.parentPath, entry.name).slice(join(root).length + 1)
  const folders = entries.filter((entry) => entry.isDirectory()).map(path)
  return { folders: folders.sort((a, b) => a.length - b.length), files: entries.filter((entry) => entry.isFile()).map(path) }
}

async function each(names: readonly string[], act: (name: string) => Promise<void>): Promise<void> {
  const left = [...names]
  const next = async () => {
    for (let name = left.pop(); name !== undefined; name = left.pop()) await act(name)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, next))
}
