/** Paths inside the project, wherever the command is started. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const projectRoot = rootAbove(dirname(fileURLToPath(import.meta.url)))

export const inProject = (...parts: readonly string[]): string => join(projectRoot, ...parts)

/** The bundled command runs from another folder than the source; both lie below the root, which holds `corpus`. */
function rootAbove(folder: string): string {
  if (existsSync(join(folder, 'corpus')) && existsSync(join(folder, 'package.json'))) return folder
  const above = dirname(folder)
  if (above === folder) throw new Error('the project root was not found')
  return rootAbove(above)
}
