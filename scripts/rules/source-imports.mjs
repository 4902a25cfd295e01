/** What a source file imports, and which names of the surrounding world it touches. */
import { tokensOf } from './source-tokens.mjs'

/** @typedef {import('./source-tokens.mjs').Token} Token */

/**
 * @typedef {object} Import
 * @property {string} from
 * @property {boolean} typesOnly nothing of it is left at run time
 * @property {number} line
 */

/**
 * Names that read the clock, chance, the machine, the network or the locale, or that run text as code.
 * A value says which use is meant; `true` is any use.
 * @type {Record<string, true | { members?: string[], called?: boolean, constructed?: boolean, why: string }>}
 */
const outside = {
  Date: { members: ['now'], called: true, constructed: true, why: 'reads the clock or the time zone' },
  Math: { members: ['random'], why: 'is chance' },
  Function: { called: true, constructed: true, why: 'runs text as code' },
  eval: true,
  process: true,
  fetch: true,
  XMLHttpRequest: true,
  WebSocket: true,
  performance: true,
  crypto: true,
  globalThis: true,
  setTimeout: true,
  setInterval: true,
  setImmediate: true,
  queueMicrotask: true,
  console: true,
  require: true,
  Buffer: true,
  Worker: true,
  Intl: true,
}

/** Methods whose answer depends on the language settings of the machine. */
const localeMethods = [
  'localeCompare',
  'toLocaleString',
  'toLocaleDateString',
  'toLocaleTimeString',
  'toLocaleUpperCase',
  'toLocaleLowerCase',
]

/** @param {string} source @returns {Import[]} */
export function importsOf(source) {
  const tokens = tokensOf(source)
  return tokens.flatMap((token, i) => {
    if (token.kind !== 'word' || isMember(tokens, i)) return []
    if (token.text === 'import') return importAt(tokens, i)
    if (token.text === 'export') return reexportAt(tokens, i)
    return []
  })
}

/** @param {readonly Token[]} tokens @param {number} i @returns {Import[]} */
function importAt(tokens, i) {
  const next = tokens[i + 1]
  const { line } = /** @type {Token} */ (tokens[i])
  if (next?.kind === 'string') return [{ from: next.text, typesOnly: false, line }]
  if (next?.text === '(') {
    const named = tokens[i + 2]
    const inType = tokens[i - 1]?.text === ':' || tokens[i - 1]?.text === 'typeof' || tokens[i - 1]?.text === '='
    return named?.kind === 'string' ? [{ from: named.text, typesOnly: inType && tokens[i + 4]?.text === '.', line }] : []
  }
  if (next?.text === '.') return [] // import.meta
  return clauseAt(tokens, i)
}

/** `export … from`: without a brace or a star right after it, `export` declares something. @param {readonly Token[]} tokens @param {number} i */
function reexportAt(tokens, i) {
  const first = tokens[i + 1]?.text === 'type' ? tokens[i + 2] : tokens[i + 1]
  return first?.text === '{' || first?.text === '*' ? clauseAt(tokens, i) : []
}

/** The words between `import` or `export` and the module name. @param {readonly Token[]} tokens @param {number} i @returns {Import[]} */
function clauseAt(tokens, i) {
  let end = i + 1
  let depth = 0
  while (end < tokens.length) {
    const token = /** @type {Token} */ (tokens[end])
    if (token.text === '{' && token.kind === 'mark') depth += 1
    if (token.text === '}' && token.kind === 'mark') depth -= 1
    if (depth === 0 && token.kind === 'word' && token.text === 'from' && tokens[end + 1]?.kind === 'string') break
    if (depth === 0 && token.kind === 'mark' && !'{},*'.includes(token.text)) return []
    end += 1
  }
  const named = tokens[end + 1]
  if (!named) return []
  const clause = tokens.slice(i + 1, end)
  return [{ from: named.text, typesOnly: bringsTypesOnly(clause), line: /** @type {Token} */ (tokens[i]).line }]
}

/** `type X`, `type { X }` or `{ type X, type Y }`. @param {readonly Token[]} clause */
function bringsTypesOnly(clause) {
  if (clause[0]?.text === 'type' && clause[1]?.text !== ',' && clause.length > 1) return true
  if (clause[0]?.text !== '{') return false
  const starts = clause
    .filter((_, at) => clause[at - 1]?.text === '{' || clause[at - 1]?.text === ',')
    .filter((token) => token.text !== '}')
  return starts.length > 0 && starts.every((token) => token.text === 'type')
}

/**
 * @param {string} source
 * @returns {{ name: string, why: string, line: number }[]}
 */
export function outsideNamesOf(source) {
  const tokens = tokensOf(source)
  return tokens.flatMap((token, i) => {
    if (token.kind !== 'word') return []
    if (isMember(tokens, i))
      return localeMethods.includes(token.text)
        ? [{ name: token.text, why: 'depends on the language of the machine', line: token.line }]
        : []
    if (token.text === 'import' && tokens[i + 1]?.text === '.') return [{ name: 'import.meta', why: 'is the machine', line: token.line }]
    return outsideAt(tokens, i)
  })
}

/** @param {readonly Token[]} tokens @param {number} i */
function outsideAt(tokens, i) {
  const { text, line } = /** @type {Token} */ (tokens[i])
  if (!Object.hasOwn(outside, text)) return []
  const rule = /** @type {typeof outside[string]} */ (outside[text])
  const after = tokens[i + 1]?.text
  if (rule === true) return isPropertyName(tokens, i) ? [] : [{ name: text, why: 'is the surrounding world', line }]
  const member = after === '.' ? tokens[i + 2]?.text : undefined
  if (member !== undefined && rule.members?.includes(member)) return [{ name: `${text}.${member}`, why: rule.why, line }]
  if (tokens[i - 1]?.text === 'new') return rule.constructed ? [{ name: `new ${text}`, why: rule.why, line }] : []
  return after === '(' && rule.called ? [{ name: `${text}()`, why: rule.why, line }] : []
}

/** `a.name` or `a?.name`, but not the spread `...name`. @param {readonly Token[]} tokens @param {number} i */
const isMember = (tokens, i) => tokens[i - 1]?.text === '.' && tokens[i - 1]?.kind === 'mark' && tokens[i - 2]?.text !== '.'

/** `{ name: … }`, `name?: …` and `{ name(…)` declare a name of our own; `? name :` reads one. @param {readonly Token[]} tokens @param {number} i */
function isPropertyName(tokens, i) {
  const after = tokens[i + 1]?.text
  const before = tokens[i - 1]?.text ?? ''
  if (after === ':' || (after === '?' && tokens[i + 2]?.text === ':')) return before !== '?'
  return ['const', 'let', 'function', 'interface', 'type', 'class', 'readonly'].includes(before)
}
