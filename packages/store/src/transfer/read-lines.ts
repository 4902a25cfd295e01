/** Lines of a file under a limit: a file without line ends would fill memory. */
import { createReadStream } from 'node:fs'

const MOST_CHARACTERS = 64 * 1024 * 1024

export class LineTooLong extends Error {
  readonly line: number
  constructor(line: number) {
    super(`line ${line} is too long`)
    this.name = 'LineTooLong'
    this.line = line
  }
}

/** Without their ends; empty ones too. Throws LineTooLong. */
export async function* linesOf(path: string, most: number = MOST_CHARACTERS): AsyncGenerator<string> {
  let [parts, length, number]: [string[], number, number] = [[], 0, 1]
  for await (const chunk of createReadStream(path, { encoding: 'utf8' }) as AsyncIterable<string>) {
    const pieces = chunk.split('\n')
    for (const [at, piece] of pieces.entries()) {
      if (at > 0) {
        yield parts.join('')
        ;[parts, length] = [[], 0]
        number++
      }
      length += piece.length
      if (length > most) throw new LineTooLong(number)
      if (piece !== '') parts.push(piece)
    }
  }
  if (length > 0) yield parts.join('')
}
