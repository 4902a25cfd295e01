/** The rooms in their one order, and what each may import. docs/architecture.md explains the table; this is the one that is enforced. */

/**
 * @typedef {object} Room
 * @property {string} folder
 * @property {string} name the workspace package
 * @property {readonly string[]} may rooms whose values it may import
 * @property {readonly string[]} [types] rooms of which it may import types only
 * @property {boolean} pure a plain function of its arguments: no clock, chance, file, network, process or locale
 * @property {readonly string[]} [doors] smaller doors beside index.ts: what may be imported without the rest, as `@jiheng/room/door`
 * @property {readonly string[]} [npm] packages from outside; none when left out
 * @property {Readonly<Record<string, readonly string[]>>} [allows] names of the outside that one file of a pure room may use, by its path in the room
 */

const pureRooms = ['quantity', 'vocabulary', 'ooxml', 'ingest', 'evaluation', 'cycle', 'audit', 'report']
const packages = [...pureRooms, 'runner', 'contract', 'store']

/** @type {readonly Room[]} */
export const rooms = [
  room('packages/quantity', [], { pure: true }),
  room('packages/vocabulary', ['quantity'], { pure: true }),
  // A file that knows a library gives it what it asks for; inflating and checksums are plain functions.
  room('packages/ooxml', [], {
    pure: true,
    npm: ['yauzl', 'saxes'],
    allows: { 'src/open-package.ts': ['node:zlib', 'Buffer'], 'src/rewrite-package.ts': ['node:zlib'] },
  }),
  room('packages/ingest', ['quantity', 'vocabulary', 'ooxml'], {
    pure: true,
    npm: ['pdfjs-dist', 'word-extractor', 'htmlparser2'],
    allows: { 'src/readers/pdf/library.ts': ['import.meta'], 'src/word/read-doc-words.ts': ['Buffer'] },
  }),
  room('packages/evaluation', ['quantity', 'vocabulary'], { pure: true }),
  room('packages/cycle', ['quantity', 'vocabulary', 'evaluation'], { pure: true }),
  room('packages/audit', ['quantity', 'vocabulary', 'evaluation'], { pure: true, types: ['ingest'] }),
  room('packages/report', ['quantity', 'vocabulary', 'ooxml', 'evaluation', 'cycle', 'audit'], {
    pure: true,
    types: ['ingest'],
    npm: ['docx', 'hucre', 'pdfjs-dist', '@myriaddreamin/typst-ts-node-compiler'],
    doors: ['summary'],
    allows: { 'src/html/content-policy.ts': ['node:crypto'], 'src/pdf/library.ts': ['import.meta'] },
  }),
  room('packages/runner', pureRooms, { pure: false, npm: ['yaml'], doors: ['data', 'start'] }),
  room('packages/contract', pureRooms, { pure: true, npm: ['zod'] }),
  room('packages/store', [...pureRooms, 'contract'], { pure: false, npm: ['kysely', 'pg', '@electric-sql/pglite'] }),
  room('apps/server', packages, { pure: false, npm: ['*'], doors: ['operator'] }),
  room('apps/web', ['contract', 'vocabulary', 'quantity'], { pure: false, types: packages, npm: ['*'] }),
  room('apps/cli', [...packages, 'server'], { pure: false, npm: ['*'] }),
]

/** @param {string} folder @param {readonly string[]} may @param {Pick<Room, 'pure' | 'types' | 'npm' | 'allows' | 'doors'>} rest @returns {Room} */
function room(folder, may, rest) {
  return { folder, name: `@jiheng/${folder.replace(/^.*\//, '')}`, may, ...rest }
}
