/** File names for the results of a batch: after the inputs, each once, and never in the way of the files of the whole batch. */
import { basename, extname } from 'node:path'

/**
 * Without extension, in the order of the inputs. Many units call their files alike: then the folder tells whose it is, and a number only what is
 * left. Upper and lower case count as equal, since some file systems see no difference.
 */
export function resultNames(inputs: readonly string[], alsoTaken: readonly string[] = []): readonly string[] {
  const stems = inputs.map(stemOf)
  const folders = tellingFolders(inputs, stems)
  const taken = new Set(['batch', ...alsoTaken].map(keyOf))
  const numbers = new Map<string, number>()
  return stems.map((stem, at) => {
    const whole = shortened(`${folders[at]}${stem}`, MOST_BYTES)
    const key = keyOf(whole)
    let name = whole
    // Where the last one stopped: thousands of files may have one name.
    let number = numbers.get(key) ?? 2
    for (; taken.has(keyOf(name)); number++) name = `${whole}-${number}`
    numbers.set(key, number)
    taken.add(keyOf(name))
    return name
  })
}

/** For each input whose stem others have too: the lowest folder in which they differ, with a hyphen; '' where there is none. */
function tellingFolders(inputs: readonly string[], stems: readonly string[]): readonly string[] {
  const groups = new Map<string, number[]>()
  for (const [at, stem] of stems.entries()) {
    const group = groups.get(keyOf(stem))
    if (group) group.push(at)
    else groups.set(keyOf(stem), [at])
  }
  const telling = inputs.map(() => '')
  for (const group of groups.values()) {
    if (group.length < 2) continue
    const paths = group.map((at) => foldersOf(inputs[at] as string))
    let shared = 0
    const [first = []] = paths
    while (shared < first.length && paths.every((path) => path.at(-1 - shared) === first.at(-1 - shared))) shared++
    for (const [nth, at] of group.entries()) {
      const folder = fit(paths[nth]?.at(-1 - shared) ?? '')
      if (folder !== '') telling[at] = `${shortened(folder, MOST_BYTES / 3)}-`
    }
  }
  return telling
}

/** An archive is a folder, too: it is called without its extension. */
function foldersOf(input: string): readonly string[] {
  return input
    .split(/[/\\]/)
    .slice(0, -1)
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .map((part) => part.replace(/\.(zip|rar|7z)$/i, ''))
}

function stemOf(input: string): string {
  if (input === '-') return 'stdin'
  const name = basename(input)
  const stem = shortened(fit(basename(name, extname(name))), MOST_BYTES)
  if (/^\.*$/.test(stem)) return 'input'
  return DEVICE.test(stem) ? `_${stem}` : stem
}

/** What some file system refuses, and marks that make a name read differently from what it is. */
const fit = (name: string): string => name.replace(/[<>:"/\\|?*\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '_')

/** Names that Windows keeps for devices, whatever the extension. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/** Most file systems take 255 bytes; the rest is for a number, for words of ours, an extension, and the sign of what is not yet whole. */
const MOST_BYTES = 200

function shortened(name: string, most: number): string {
  const characters = Array.from(name)
  let bytes = Buffer.byteLength(name)
  while (bytes > most) bytes -= Buffer.byteLength(characters.pop() as string)
  return characters.join('')
}

function keyOf(name: string): string {
  return name.normalize('NFC').toLowerCase()
}
