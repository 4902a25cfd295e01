/** Holds the source tree against the table of rooms: forbidden imports, names of the surrounding world in pure rooms, import cycles. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { rooms as ourRooms } from './rooms.mjs'
import { importsOf, outsideNamesOf } from './source-imports.mjs'

/** @typedef {import('./rooms.mjs').Room} Room */
/** @typedef {import('./source-imports.mjs').Import} Import */
/** @typedef {{ path: string, room: Room, isTest: boolean, imports: Import[], source: string }} SourceFile */

const ownScope = '@jiheng/'
/** What a test may import beside what its room may. */
const testTools = ['vitest', 'fast-check', 'docx', 'hucre', 'ajv', 'ajv-formats', 'oidc-provider', '@myriaddreamin/typst-ts-node-compiler']

/**
 * @param {string} root folder of the project
 * @param {readonly Room[]} [rooms]
 * @returns {{ faults: string[], files: number, rooms: number }} faults are lines ready to print
 */
export function importFaults(root, rooms = ourRooms) {
  const present = rooms.filter((room) => existsSync(join(root, room.folder)))
  const files = present.flatMap((room) => filesOf(root, room))
  const faults = [
    ...unknownRooms(root, rooms),
    ...present.flatMap((room) => manifestFaults(root, room)),
    ...files.flatMap((file) =>
      file.imports.flatMap((one) => importFault(root, file, one, rooms).map((why) => `${file.path}:${one.line}: ${why}`)),
    ),
    ...files.filter((file) => file.room.pure && !file.isTest).flatMap(purityFaults),
    ...cyclesOf(files).map((cycle) => `import cycle: ${cycle.join(' → ')}`),
  ]
  return { faults, files: files.length, rooms: present.length }
}

/** @param {string} root @param {readonly Room[]} rooms */
function unknownRooms(root, rooms) {
  const known = new Set(rooms.map((room) => room.folder))
  return ['packages', 'apps']
    .filter((parent) => existsSync(join(root, parent)))
    .flatMap((parent) => readdirSync(join(root, parent)).map((name) => `${parent}/${name}`))
    .filter((folder) => existsSync(join(root, folder, 'package.json')) && !known.has(folder))
    .map((folder) => `${folder}: is not in the table of rooms; say in scripts/rules/rooms.mjs what it may import`)
}

/** The package.json names only rooms that the table allows. @param {string} root @param {Room} room */
function manifestFaults(root, room) {
  return [...dependenciesOf(root, room)].flatMap((name) => {
    const fault = name.startsWith(ownScope) ? ownFault(room, name.slice(ownScope.length), true) : outsiderFault(room, name)
    return fault === null ? [] : [`${room.folder}/package.json: ${fault}`]
  })
}

/** @param {string} root @param {Room} room */
function dependenciesOf(root, room) {
  const manifest = join(root, room.folder, 'package.json')
  if (!existsSync(manifest)) return new Set()
  const { dependencies = {}, optionalDependencies = {} } = JSON.parse(readFileSync(manifest, 'utf8'))
  return new Set(Object.keys({ ...dependencies, ...optionalDependencies }))
}

/** @param {string} root @param {SourceFile} file @param {Import} one @param {readonly Room[]} rooms @returns {string[]} */
function importFault(root, file, one, rooms) {
  const { room, isTest } = file
  if (one.from.startsWith('.')) return relativeFaults(root, file, one)
  if (one.from.startsWith('node:')) {
    if (one.typesOnly || isAllowed(file, one.from)) return []
    return room.pure && !isTest ? [`${room.name} is a pure room and may not import ${one.from}; hand the value in from an app`] : []
  }
  const name = packageName(one.from)
  if (isTest && testTools.includes(name)) return []
  if (!name.startsWith(ownScope)) {
    const fault = outsiderFault(room, name)
    if (fault !== null) return [fault]
    return dependenciesOf(root, room).has(name) ? [] : [`${name} is not named in ${room.folder}/package.json`]
  }
  const other = rooms.find((room) => room.name === name)
  const door = one.from.slice(name.length + 1)
  if (door !== '' && !other?.doors?.includes(door)) return [`${one.from} reaches into ${name}; import what its index.ts exports`]
  if (name === room.name) return isTest ? [] : [`${room.name} imports itself by name; use a relative path`]
  if (other === undefined) return [`${name} is not a room`]
  const fault = ownFault(room, name.slice(ownScope.length), one.typesOnly || isTest)
  if (fault !== null) return [fault]
  return dependenciesOf(root, room).has(name) ? [] : [`${name} is not named in ${room.folder}/package.json`]
}

/** @param {Room} room @param {string} other @param {boolean} typesOnly @returns {string | null} */
function ownFault(room, other, typesOnly) {
  if (room.may.includes(other)) return null
  const types = room.types ?? []
  if (types.includes(other)) return typesOnly ? null : `${room.name} may import only types from ${ownScope}${other}; write \`import type\``
  const allowed = [...room.may, ...types.map((name) => `${name} (types)`)]
  return `${room.name} may not import ${ownScope}${other}; it may import ${allowed.length > 0 ? allowed.join(', ') : 'no other room'}`
}

/** @param {Room} room @param {string} name @returns {string | null} */
function outsiderFault(room, name) {
  const allowed = room.npm ?? []
  if (allowed.includes('*') || allowed.includes(name)) return null
  return `${room.name} may not import the package ${name}; ${allowed.length > 0 ? `from outside it may import ${allowed.join(', ')}` : 'it imports nothing from outside'}`
}

/** @param {string} root @param {SourceFile} file @param {Import} one */
function relativeFaults(root, file, one) {
  const target = posix.join(posix.dirname(file.path), one.from)
  if (!target.startsWith(`${file.room.folder}/`)) {
    return file.isTest && isSharedByTests(file.room, target)
      ? []
      : [`${one.from} leaves ${file.room.folder}; import the other room by its name`]
  }
  if (!file.isTest && !target.startsWith(`${file.room.folder}/src/`) && !target.endsWith('.json'))
    return [`${one.from} leaves ${file.room.folder}/src`]
  return existsSync(join(root, target)) ? [] : [`${one.from} is not there; write the file name with its ending, e.g. ./total.ts`]
}

/** What is made for tests, and the stand-ins of rooms that this one may import. @param {Room} room @param {string} target */
function isSharedByTests(room, target) {
  const owner = /^packages\/([^/]+)\/test\/(?:fakes|support)\//.exec(target)?.[1]
  return /^(?:tests|corpus|bench)\//.test(target) || (owner !== undefined && room.may.includes(owner))
}

/** @param {SourceFile} file @param {string} name */
function isAllowed({ path, room }, name) {
  return room.allows?.[path.slice(room.folder.length + 1)]?.includes(name) ?? false
}

/** @param {SourceFile} file */
function purityFaults(file) {
  return outsideNamesOf(file.source)
    .filter((use) => !isAllowed(file, use.name))
    .map((use) => `${file.path}:${use.line}: ${use.name} ${use.why}; ${file.room.name} is a pure room, hand the value in`)
}

/** @param {string} specifier */
function packageName(specifier) {
  const parts = specifier.split('/')
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier)
}

/** @param {string} root @param {Room} room @returns {SourceFile[]} */
function filesOf(root, room) {
  return ['src', 'test'].flatMap((part) =>
    sourcesIn(join(root, room.folder, part), `${room.folder}/${part}`).map((path) => {
      const source = readFileSync(join(root, path), 'utf8')
      return { path, room, isTest: part === 'test', imports: importsOf(source), source }
    }),
  )
}

/** @param {string} folder @param {string} name @returns {string[]} */
function sourcesIn(folder, name) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap((item) => {
    if (item.isDirectory()) return sourcesIn(join(folder, item.name), `${name}/${item.name}`)
    return /\.(?:ts|tsx|mts|mjs|js)$/.test(item.name) ? [`${name}/${item.name}`] : []
  })
}

/**
 * Cycles between files, type imports included: two files that need each other's types are one subject in two places.
 * Each strongly connected part is told once, by a shortest way round.
 * @param {readonly SourceFile[]} files
 * @returns {string[][]}
 */
export function cyclesOf(files) {
  const known = new Set(files.map((file) => file.path))
  const edges = new Map(
    files.map((file) => [file.path, file.imports.flatMap((one) => targetOf(file, one)).filter((path) => known.has(path))]),
  )
  const told = new Set()
  return [...known].sort().flatMap((start) => {
    if (told.has(start)) return []
    const way = shortestWayBack(start, edges)
    for (const path of way ?? []) told.add(path)
    return way ? [way] : []
  })
}

/** @param {SourceFile} file @param {Import} one @returns {string[]} */
function targetOf(file, one) {
  if (one.from.startsWith('.')) return [posix.join(dirname(file.path), one.from)]
  return one.from.startsWith(ownScope) ? [`packages/${one.from.slice(ownScope.length)}/src/index.ts`] : []
}

/** @param {string} start @param {ReadonlyMap<string, string[]>} edges @returns {string[] | null} */
function shortestWayBack(start, edges) {
  const came = new Map([[start, '']])
  const queue = [start]
  for (const path of queue) {
    for (const next of edges.get(path) ?? []) {
      if (next === start) return [...wayTo(path, came), start]
      if (came.has(next)) continue
      came.set(next, path)
      queue.push(next)
    }
  }
  return null
}

/** @param {string} path @param {ReadonlyMap<string, string>} came @returns {string[]} */
function wayTo(path, came) {
  const before = came.get(path)
  return before ? [...wayTo(before, came), path] : [path]
}
