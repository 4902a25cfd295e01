/** Words of a command line into options and the rest, with everything that is wrong with them. Commands say what they take. */
import { parseArgs } from 'node:util'
import type { Problem } from '@jiheng/vocabulary'
import { nearest } from './nearest.ts'

export interface Words {
  readonly files: readonly string[]
  /** In the order given; an option may stand several times. */
  readonly given: ReadonlyMap<string, readonly string[]>
  readonly isHelp: boolean
  readonly problems: readonly Problem[]
}

/** `valued`: options that take a value; `several`: those of them that may stand more than once. */
export function readWords(command: string, words: readonly string[], valued: readonly string[], several: readonly string[] = []): Words {
  const options = Object.fromEntries(valued.map((name) => [name, { type: 'string' as const, multiple: true }]))
  const { tokens } = parseArgs({ args: [...words], options, strict: false, allowPositionals: true, tokens: true })
  const files: string[] = []
  const given = new Map<string, string[]>()
  const problems: Problem[] = []
  let isHelp = false
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue
    if (token.kind === 'positional') files.push(token.value)
    else if (token.name === 'help' || token.name === 'h') isHelp = true
    else if (!valued.includes(token.name)) problems.push(unknownOption(command, token.rawName, valued))
    else if (token.value === undefined || token.value === '' || (!token.inlineValue && token.value.startsWith('--')))
      problems.push(badOption(command, token.name, ''))
    else given.set(token.name, several.includes(token.name) ? [...(given.get(token.name) ?? []), token.value] : [token.value])
  }
  return { files, given, isHelp, problems }
}

/** Reads the values of options, and keeps what is wrong with them. */
export class Options {
  readonly problems: Problem[]
  readonly #command: string
  readonly #given: ReadonlyMap<string, readonly string[]>

  constructor(command: string, { given, problems }: Words) {
    this.#command = command
    this.#given = given
    this.problems = [...problems]
  }

  text(name: string): string | null {
    return this.#given.get(name)?.at(-1) ?? null
  }

  all(name: string): readonly string[] {
    return this.#given.get(name) ?? []
  }

  read<T>(name: string, reader: (text: string) => T | null, expected: string): T | null {
    const text = this.text(name)
    const value = text === null ? null : reader(text)
    if (text !== null && value === null) this.bad(name, text, expected)
    return value
  }

  needed(name: string, expected: string): string {
    const text = this.text(name)
    if (text === null) this.bad(name, '', expected)
    return text ?? ''
  }

  bad(name: string, value: string, expected: string): void {
    this.problems.push(badOption(this.#command, name, value, expected))
  }
}

export function badOption(command: string, name: string, value: string, expected = ''): Problem {
  return { code: 'command.bad-value', at: [/^[a-z]/.test(name) ? `--${name}` : name], details: { value, command, expected } }
}

function unknownOption(command: string, rawName: string, valued: readonly string[]): Problem {
  const near = nearest(rawName.replace(/^-+/, ''), [...valued, 'help'])
  return { code: 'command.unknown-option', at: [rawName], details: { command, ...(near === null ? {} : { nearest: `--${near}` }) } }
}

export type Parsed<T> =
  | { readonly kind: 'options'; readonly options: T }
  | { readonly kind: 'help' }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
