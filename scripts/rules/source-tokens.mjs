/**
 * Splits TypeScript source into the tokens that the import rules need. Comments vanish, a string, template or regular
 * expression is one token, code inside `${…}` of a template is kept. Not a parser: it never has to know what a token means.
 */

/**
 * @typedef {object} Token
 * @property {'word' | 'string' | 'literal' | 'mark'} kind literal = number, template piece or regular expression
 * @property {string} text for a string its content without quotes
 * @property {number} line from 1
 */

/** After these words a `/` opens a regular expression; after any other word it divides. */
const beforeExpression = new Set('return typeof case in of void delete throw new else do yield await instanceof'.split(' '))

const patterns = {
  space: /\s+/y,
  lineComment: /\/\/[^\n]*/y,
  blockComment: /\/\*[\s\S]*?(?:\*\/|$)/y,
  string: /'(?:[^'\\\n]|\\[\s\S])*'|"(?:[^"\\\n]|\\[\s\S])*"/y,
  templateEnd: /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*(?:`|\$\{|$)/y,
  regex: /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y,
  number: /\d[\w.]*/y,
  word: /[\p{L}\p{Nl}_$#@][\p{L}\p{Nl}\p{Nd}_$]*/uy,
}

/** @param {string} source @returns {Token[]} */
export function tokensOf(source) {
  /** @type {Token[]} */
  const tokens = []
  /** Depth of braces at which each open template goes on. @type {number[]} */
  const templates = []
  let depth = 0
  let line = 1
  let at = 0

  /** @param {RegExp} pattern */
  const take = (pattern) => {
    pattern.lastIndex = at
    const found = pattern.exec(source)?.[0]
    if (found) at += found.length
    return found ?? null
  }
  /** @param {Token['kind']} kind @param {string} text @param {string} raw */
  const push = (kind, text, raw = text) => {
    tokens.push({ kind, text, line })
    line += newlinesIn(raw)
  }
  const template = () => {
    const piece = take(patterns.templateEnd) ?? ''
    push('literal', piece)
    if (piece.endsWith('${')) templates.push(depth++)
  }

  while (at < source.length) {
    const skipped = take(patterns.space) ?? take(patterns.lineComment) ?? take(patterns.blockComment)
    if (skipped !== null) {
      line += newlinesIn(skipped)
      continue
    }
    const string = take(patterns.string)
    if (string !== null) {
      push('string', string.slice(1, -1), string)
      continue
    }
    const literal = (opensExpression(tokens.at(-1)) ? take(patterns.regex) : null) ?? take(patterns.number)
    if (literal !== null) {
      push('literal', literal)
      continue
    }
    const word = take(patterns.word)
    if (word !== null) {
      push('word', word)
      continue
    }
    const mark = source[at] ?? ''
    at += 1
    if (mark === '`') template()
    else if (mark === '}' && templates.at(-1) === depth - 1) {
      depth = templates.pop() ?? 0
      template()
    } else {
      if (mark === '{') depth += 1
      if (mark === '}') depth -= 1
      push('mark', mark)
    }
  }
  return tokens
}

/** @param {Token | undefined} before */
function opensExpression(before) {
  if (!before) return true
  if (before.kind === 'word') return beforeExpression.has(before.text)
  return before.kind === 'mark' && before.text !== ')' && before.text !== ']'
}

/** @param {string} text */
const newlinesIn = (text) => text.split('\n').length - 1
