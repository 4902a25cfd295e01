/**
 * Programs outside npm that parts of the project use, and what happens when one is missing:
 * root on Debian installs it; anybody else is told the exact command; its part is skipped and counted; with CI=true a skip fails.
 */
import { run } from './run.mjs'

/**
 * @typedef {object} Program
 * @property {string} name
 * @property {readonly string[]} probe a call that succeeds when the program is there
 * @property {string} debian the Debian package that brings it
 * @property {string} part what is skipped without it
 * @property {Command} neededBy the command that has that part
 */

/** @typedef {'start' | 'test' | 'check'} Command */

/** @type {readonly Program[]} */
export const programs = [
  { name: 'git', probe: ['git', '--version'], debian: 'git', part: 'the check for machine paths', neededBy: 'check' },
  {
    name: 'python3',
    probe: ['python3', '--version'],
    debian: 'python3',
    part: 'the comparison of the scorer with its original',
    neededBy: 'test',
  },
  {
    name: 'LibreOffice',
    probe: ['soffice', '--version'],
    debian: 'libreoffice-writer-nogui libreoffice-calc-nogui',
    part: 'reports saved in other formats by an office program',
    neededBy: 'test',
  },
  {
    name: 'Noto CJK fonts',
    probe: ['test', '-f', '/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc'],
    debian: 'fonts-noto-cjk',
    part: 'reports set as PDF',
    neededBy: 'test',
  },
  {
    name: 'pdftotext',
    probe: ['pdftotext', '-v'],
    debian: 'poppler-utils',
    part: 'boxes on pages, held against another reader',
    neededBy: 'test',
  },
  {
    name: 'Chromium',
    probe: ['chromium', '--version'],
    debian: 'chromium',
    part: 'pages in a real browser',
    neededBy: 'test',
  },
  {
    name: '7-Zip',
    probe: ['7z', 'i'],
    debian: 'p7zip-full',
    part: '7z archives',
    neededBy: 'test',
  },
  {
    name: 'PostgreSQL',
    // Debian keeps the server off the path; elsewhere it is on it.
    probe: ['sh', '-c', 'ls /usr/lib/postgresql/*/bin/postgres || command -v postgres'],
    debian: 'postgresql',
    part: 'every suite that needs a served database',
    neededBy: 'test',
  },
]

/**
 * @param {readonly Program[]} list
 * @param {(probe: readonly string[]) => boolean} [works]
 */
export const missingOf = (list, works = answers) => list.filter((program) => !works(program.probe))

/** @param {readonly Program[]} list */
export const installCommand = (list) => `apt-get install -y --no-install-recommends ${list.map((program) => program.debian).join(' ')}`

/** @param {Command} command */
export const programsFor = (command) => programs.filter((program) => program.neededBy === command)

/**
 * Brings what can be brought and returns what is still missing.
 * @param {readonly Program[]} list
 */
export function provide(list) {
  const missing = missingOf(list)
  if (missing.length === 0) return missing
  if (!isRoot() || !answers(['apt-get', '--version'])) {
    console.log(`缺少可选程序，可这样安装 / optional programs are missing, install them with:\n  sudo ${installCommand(missing)}`)
    return missing
  }
  console.log(`安装系统软件包… ${installCommand(missing)}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  run('apt-get', ['update', '-qq'], { env })
  run('sh', ['-c', installCommand(missing)], { env })
  return missingOf(missing)
}

/**
 * What to say of parts left out, and whether that is a failure.
 * @param {readonly Program[]} missing
 * @param {boolean} inCi
 */
export function reportSkips(missing, inCi) {
  if (missing.length === 0) return { lines: [], failed: false }
  const lines = missing.map((program) => `  - ${program.part}: needs ${program.name} (Debian package ${program.debian})`)
  const head = `跳过 ${missing.length} 个部分 / ${missing.length} part(s) skipped${inCi ? '; with CI=true that is a failure' : ''}:`
  return { lines: [head, ...lines], failed: inCi }
}

/** @param {readonly string[]} probe */
const answers = ([command, ...args]) => command !== undefined && run(command, args, { stdio: 'ignore' }) === 0

const isRoot = () => process.getuid?.() === 0
