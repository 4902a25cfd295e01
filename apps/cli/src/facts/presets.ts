/** 导入方式: those that are shipped, or one that is named by its file. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ImportPreset, type ItemCatalogue, readPreset } from '@jiheng/evaluation'
import { readDataFile, readYaml } from '@jiheng/runner/data'
import type { Problem } from '@jiheng/vocabulary'
import { badOption } from '../arguments/words.ts'
import type { Host } from '../host.ts'

export type FoundPreset = { readonly preset: ImportPreset } | { readonly problems: readonly Problem[] }

export async function presetFor(
  name: string,
  items: ItemCatalogue,
  host: Pick<Host, 'schemesFolder'>,
  command: string,
): Promise<FoundPreset> {
  if (/\.(?:ya?ml|json)$/i.test(name)) {
    const read = await readDataFile(name)
    if (read.kind === 'data') return readPreset(read.value, name, items)
    return { problems: read.kind === 'problems' ? read.problems : [badOption(command, 'preset', name, 'preset')] }
  }
  const shipped = presetFiles(host.schemesFolder)
  const own = shipped.find(({ id }) => id === name)
  if (own === undefined)
    return { problems: [badOption(command, 'preset', name, shipped.length === 0 ? 'preset' : shipped.map(({ id }) => id).join('、'))] }
  const read = readYaml(readFileSync(own.path, 'utf8'), own.path)
  return 'value' in read ? readPreset(read.value, own.path, items) : { problems: read.problems }
}

/** Files of the folder `imports` beside the schemes; the name is the id. */
function presetFiles(folder: string): readonly { readonly id: string; readonly path: string }[] {
  const imports = join(folder, '..', 'imports')
  if (!existsSync(imports)) return []
  return readdirSync(imports)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ id: name.slice(0, -'.yaml'.length), path: join(imports, name) }))
}
