/** Which folders of antd the pages need: the names they import, and everything that those import in turn. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, sep } from 'node:path'

const antd = join(dirname(createRequire(import.meta.url).resolve('antd/package.json')), 'es')

/** @param {string} sources folder of our sources @returns {Set<string>} e.g. `button`, `date-picker` */
export function antdFoldersOf(sources) {
  const names = [...namesImported(sources)]
  /** @type {Set<string>} */
  const files = new Set()
  for (const name of names) visit(join(antd, name === 'App' ? 'app' : kebab(name), 'index.js'), files)
  const parts = [...files].map((file) => relative(antd, file).split(sep))
  return new Set(parts.flatMap(([folder, inner]) => (folder !== undefined && inner === 'style' ? [folder] : [])))
}

/** @param {string} name */
export const kebab = (name) => name.replaceAll(/(?<=[a-z])[A-Z]|(?<=[A-Z])[A-Z](?=[a-z])/g, '-$&').toLowerCase()

/** @param {string} folder @returns {Set<string>} */
function namesImported(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((name) => {
      const source = readFileSync(join(folder, name), 'utf8')
      return [...source.matchAll(/import \{([^}]*)\} from 'antd'/g)].flatMap(([, list = '']) => list.split(','))
    })
  return new Set(
    names.map((name) => name.trim().split(' as ')[0] ?? '').filter((name) => /^[A-Za-z]/.test(name) && !name.startsWith('type ')),
  )
}

/** @param {string} file @param {Set<string>} seen */
function visit(file, seen) {
  if (seen.has(file) || !existsSync(file)) return
  seen.add(file)
  for (const [, from = ''] of readFileSync(file, 'utf8').matchAll(/from ["'](\.[^"']+)["']/g)) {
    const target = join(dirname(file), from)
    if (existsSync(`${target}.js`)) visit(`${target}.js`, seen)
    else if (existsSync(target) && statSync(target).isDirectory()) visit(join(target, 'index.js'), seen)
  }
}
