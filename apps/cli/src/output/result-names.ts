/** File names for the results of a batch: after the inputs, each once, and never in the way of the files of the whole batch. */
import { basename, extname } from 'node:path'

/** Without extension, in the order of the inputs. Upper and lower case count as equal, since some file systems see no difference. */
export function resultNames(inputs: readonly string[], alsoTaken: readonly string[] = []): readonly string[] {
  const taken = new Set(['batch', ...alsoTaken].map(keyOf))
  return inputs.map((input) => {
    const stem = stemOf(input)
    let name = stem
    for (let number = 2; taken.has(keyOf(name)); number++) name = `${stem}-${number}`
    taken.add(keyOf(name))
    return name
  })
}

function stemOf(input: string): string {
  if (input === '-') return 'stdin'
  const name = basename(input)
  const stem = shortened(basename(name, extname(name)).replace(/[<>:"/\\|?*\p{Cc}]/gu, '_'))
  return /^\.*$/.test(stem) ? 'input' : stem
}

/** Most file systems take 255 bytes; the rest is for a number and an extension. */
function shortened(stem: string): string {
  const characters = Array.from(stem)
  while (Buffer.byteLength(characters.join('')) > 230) characters.pop()
  return characters.join('')
}

function keyOf(name: string): string {
  return name.normalize('NFC').toLowerCase()
}
