/**
 * File name patterns, for shells that do not expand them: `*`, `?`, `[…]` inside a name, `**` over folders.
 * Names are matched with one remembered star, so the time is at most length × length and never exponential.
 */

export interface Glob {
  /** Folder to start from, without pattern characters; '' = the current one. */
  readonly base: string
  /** One entry a level; '**' stands for any number of folders. */
  readonly levels: readonly ('**' | NamePattern)[]
}

export interface NamePattern {
  readonly matches: (name: string) => boolean
}

export function hasPattern(text: string): boolean {
  return /[*?[]/.test(text)
}

export function readGlob(text: string, isWindows: boolean): Glob {
  const parts = (isWindows ? text.replaceAll('\\', '/') : text).split('/')
  const plain = parts.findIndex(hasPattern)
  const base = parts.slice(0, plain).join('/')
  const levels = parts
    .slice(plain)
    .filter((part) => part !== '' && part !== '.')
    .map((part) => (part === '**' ? part : namePattern(part)))
  return { base: base === '' && plain > 0 ? '/' : base, levels }
}

export function namePattern(pattern: string): NamePattern {
  const tests = testsOf(pattern)
  return { matches: (name) => (!name.startsWith('.') || pattern.startsWith('.')) && matchName(tests, Array.from(name.normalize('NFC'))) }
}

type Test = 'star' | ((character: string) => boolean)

function matchName(tests: readonly Test[], name: readonly string[]): boolean {
  let at = 0
  let test = 0
  let star = -1
  let resume = 0
  while (at < name.length) {
    const wanted = tests[test]
    if (wanted === 'star') {
      star = test++
      resume = at
    } else if (wanted?.(name[at] as string)) {
      at++
      test++
    } else if (star >= 0) {
      test = star + 1
      at = ++resume
    } else return false
  }
  return tests.slice(test).every((rest) => rest === 'star')
}

function testsOf(pattern: string): readonly Test[] {
  const characters = Array.from(pattern.normalize('NFC'))
  const tests: Test[] = []
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] as string
    const close = character === '[' ? closeOf(characters, at) : -1
    if (character === '*') {
      if (tests.at(-1) !== 'star') tests.push('star')
    } else if (character === '?') tests.push(() => true)
    else if (close > 0) {
      tests.push(classTest(characters.slice(at + 1, close)))
      at = close
    } else tests.push((other) => other === character)
  }
  return tests
}

/** Where a class ends; a bracket that is never closed is an ordinary character. */
function closeOf(characters: readonly string[], open: number): number {
  const first = characters[open + 1] === '!' || characters[open + 1] === '^' ? open + 2 : open + 1
  return characters.indexOf(']', first + 1)
}

function classTest(inside: readonly string[]): (character: string) => boolean {
  const isNegated = inside[0] === '!' || inside[0] === '^'
  const listed = isNegated ? inside.slice(1) : inside
  const ranges: (readonly [string, string])[] = []
  for (let at = 0; at < listed.length; at++) {
    const from = listed[at] as string
    const isRange = listed[at + 1] === '-' && at + 2 < listed.length
    ranges.push([from, isRange ? (listed[at + 2] as string) : from])
    if (isRange) at += 2
  }
  return (character) => ranges.some(([from, to]) => order(from) <= order(character) && order(character) <= order(to)) !== isNegated
}

function order(character: string): number {
  return character.codePointAt(0) as number
}
