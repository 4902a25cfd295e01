/** Every package of the lock file has a licence that we accept: permissive for what we ship, MPL-2.0 also for development. */

const permissive = [
  'Apache-2.0',
  'MIT',
  'MIT-0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'ISC',
  'OFL-1.1',
  'BlueOak-1.0.0',
  'Unlicense',
  'CC0-1.0',
  'Python-2.0',
]
const inDevelopment = [...permissive, 'MPL-2.0', 'CC-BY-4.0']

/** @typedef {{ version?: string, license?: string, dev?: boolean, devOptional?: boolean, link?: boolean, resolved?: string, integrity?: string }} LockEntry */

/**
 * @param {{ packages: Record<string, LockEntry> }} lock
 * @returns one line a fault
 */
export function licenceFaults(lock) {
  return Object.entries(lock.packages)
    .filter(([path, entry]) => path.includes('node_modules/') && !entry.link)
    .flatMap(([path, entry]) => faultsOf(path.replace(/^.*node_modules\//, ''), entry))
}

/** @param {string} name @param {LockEntry} entry */
function faultsOf(name, entry) {
  const accepted = entry.dev || entry.devOptional ? inDevelopment : permissive
  const faults = []
  if (!isAccepted(entry.license, accepted))
    faults.push(`${name}@${entry.version}: licence ${entry.license ?? 'not stated'} is not accepted${entry.dev ? '' : ' for what we ship'}`)
  if (!entry.resolved?.startsWith('https://registry.npmjs.org/'))
    faults.push(`${name}@${entry.version}: comes from ${entry.resolved ?? 'nowhere'}, not from registry.npmjs.org`)
  if (!entry.integrity?.startsWith('sha512-')) faults.push(`${name}@${entry.version}: has no sha512 integrity`)
  return faults
}

/** "MIT OR GPL-2.0" leaves us the choice; "MIT AND GPL-2.0" does not. @param {string | undefined} licence @param {readonly string[]} accepted */
function isAccepted(licence, accepted) {
  if (!licence) return false
  const plain = licence.replaceAll(/[()]/g, '')
  return plain.split(' OR ').some((choice) => choice.split(' AND ').every((part) => accepted.includes(part.trim())))
}
