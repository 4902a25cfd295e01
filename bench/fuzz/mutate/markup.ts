/** Changes to XML and HTML that leave the markup well formed, so that they come past the parser and hit the reader. */
import type { Random } from '../random.ts'

/** A tag, or the text between two. */
type Token = string

const HUGE = ['0', '-1', '1', '2', '9', '99', '1000', '65536', '1048576', '2147483647', '4294967296', '-2147483648', '99999999999999999999']
const ODD = [
  '',
  ' ',
  'NaN',
  '1e308',
  '-0',
  '0.5',
  '0x10',
  '１２',
  '壹',
  'true',
  'A1:XFD1048576',
  'XFD1048576',
  '__proto__',
  '%1%2%3%9',
  'rId1',
  '../x',
]
const TEXTS = [
  '',
  '0',
  '-12.50',
  '1,234,567.89',
  '99999999999999999999999999',
  '合计',
  '其中：',
  '12.5%',
  '一、',
  '(1)',
  '\t',
  '万元',
  '增长300%',
  '2023年',
  '100分',
  '得',
]

const MOST_CHARACTERS = 400_000

/** `<p a="1">` and the like; what is not well formed comes back as it was, with text changed. */
export function mutateMarkup(markup: string, random: Random): string {
  let tokens: readonly Token[] = markup.match(/<[^>]*>|[^<]+/g) ?? []
  for (let left = random.few(10); left > 0; left--) {
    const next = random.pick(CHANGES)(tokens, random)
    if (next.reduce((sum, { length }) => sum + length, 0) <= MOST_CHARACTERS) tokens = next
  }
  return tokens.join('')
}

type Change = (tokens: readonly Token[], random: Random) => readonly Token[]

const CHANGES: readonly Change[] = [
  changeAttribute,
  changeAttribute,
  changeAttribute,
  dropAttribute,
  dropElement,
  doubleElement,
  repeatElement,
  nestElement,
  moveElement,
  renameElement,
  unwrapElement,
  changeText,
  changeText,
  loseTag,
]

const isOpening = (token: Token): boolean => /^<[A-Za-z]/.test(token) && !token.endsWith('/>')
const isElement = (token: Token): boolean => /^<[A-Za-z]/.test(token)

function indexOf(tokens: readonly Token[], random: Random, fits: (token: Token) => boolean): number {
  if (tokens.length === 0) return -1
  const start = random.below(tokens.length)
  for (let i = 0; i < tokens.length; i++) {
    const at = (start + i) % tokens.length
    if (fits(tokens[at] ?? '')) return at
  }
  return -1
}

/** From an opening tag to behind the closing one. */
function endOf(tokens: readonly Token[], at: number): number {
  if (!isOpening(tokens[at] ?? '')) return at + 1
  let depth = 0
  for (let i = at; i < tokens.length; i++) {
    const token = tokens[i] ?? ''
    if (isOpening(token)) depth++
    else if (token.startsWith('</') && --depth === 0) return i + 1
  }
  return tokens.length
}

function anElement(tokens: readonly Token[], random: Random): [number, number] | null {
  const at = indexOf(tokens, random, isElement)
  return at < 0 ? null : [at, endOf(tokens, at)]
}

function changeAttribute(tokens: readonly Token[], random: Random): readonly Token[] {
  const at = indexOf(tokens, random, (token) => isElement(token) && token.includes('='))
  if (at < 0) return tokens
  const token = tokens[at] ?? ''
  const attributes = [...token.matchAll(/="([^"]*)"|='([^']*)'/g)]
  const chosen = attributes[random.below(Math.max(1, attributes.length))]
  if (!chosen) return tokens
  const value = random.pick(random.chance(0.6) ? HUGE : ODD)
  return tokens.with(at, `${token.slice(0, chosen.index)}="${value}"${token.slice(chosen.index + chosen[0].length)}`)
}

function dropAttribute(tokens: readonly Token[], random: Random): readonly Token[] {
  const at = indexOf(tokens, random, (token) => isElement(token) && token.includes('='))
  return at < 0 ? tokens : tokens.with(at, (tokens[at] ?? '').replace(/ [^\s=]+=("[^"]*"|'[^']*')/, ''))
}

function dropElement(tokens: readonly Token[], random: Random): readonly Token[] {
  const found = anElement(tokens, random)
  return found ? tokens.toSpliced(found[0], found[1] - found[0]) : tokens
}

function doubleElement(tokens: readonly Token[], random: Random): readonly Token[] {
  const found = anElement(tokens, random)
  return found ? [...tokens.slice(0, found[1]), ...tokens.slice(found[0])] : tokens
}

function repeatElement(tokens: readonly Token[], random: Random): readonly Token[] {
  const found = anElement(tokens, random)
  if (!found) return tokens
  const element = tokens.slice(...found).join('')
  const times = Math.min(random.few(5000), Math.floor(MOST_CHARACTERS / 2 / (element.length + 1)))
  return [...tokens.slice(0, found[1]), element.repeat(times), ...tokens.slice(found[1])]
}

/** The element inside itself, over and over. */
function nestElement(tokens: readonly Token[], random: Random): readonly Token[] {
  const at = indexOf(tokens, random, isOpening)
  if (at < 0) return tokens
  const end = endOf(tokens, at)
  const times = random.few(random.chance(0.2) ? 3000 : 20)
  return [
    ...tokens.slice(0, at),
    (tokens[at] ?? '').repeat(times),
    ...tokens.slice(at, end),
    (tokens[end - 1] ?? '').repeat(times),
    ...tokens.slice(end),
  ]
}

function moveElement(tokens: readonly Token[], random: Random): readonly Token[] {
  const found = anElement(tokens, random)
  if (!found) return tokens
  const element = tokens.slice(...found)
  const rest = tokens.toSpliced(found[0], found[1] - found[0])
  const to = random.below(rest.length + 1)
  return [...rest.slice(0, to), ...element, ...rest.slice(to)]
}

/** To the name of another element of the file. */
function renameElement(tokens: readonly Token[], random: Random): readonly Token[] {
  const found = anElement(tokens, random)
  const other = indexOf(tokens, random, isElement)
  if (!found) return tokens
  const name = /^<([^\s/>]+)/.exec(tokens[other] ?? '')?.[1] ?? 'x'
  const renamed = tokens.with(found[0], (tokens[found[0]] ?? '').replace(/^<[^\s/>]+/, `<${name}`))
  return found[1] - found[0] > 1 ? renamed.with(found[1] - 1, `</${name}>`) : renamed
}

function unwrapElement(tokens: readonly Token[], random: Random): readonly Token[] {
  const at = indexOf(tokens, random, isOpening)
  if (at < 0) return tokens
  return tokens.filter((_, i) => i !== at && i !== endOf(tokens, at) - 1)
}

function changeText(tokens: readonly Token[], random: Random): readonly Token[] {
  const at = indexOf(tokens, random, (token) => !token.startsWith('<') && token.trim() !== '')
  if (at < 0) return tokens
  const text = random.pick(TEXTS)
  return tokens.with(at, random.chance(0.1) ? text.repeat(random.few(20_000)) : text)
}

/** Markup that is no longer well formed. */
function loseTag(tokens: readonly Token[], random: Random): readonly Token[] {
  return random.chance(0.7) ? tokens : tokens.toSpliced(random.below(tokens.length), 1)
}
