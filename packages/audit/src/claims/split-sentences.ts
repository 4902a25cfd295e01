/** Sentences and clauses of a paragraph, with the figures left whole. One pass over the characters. */

export interface Span {
  readonly start: number
  readonly end: number
}

export interface RawClause extends Span {
  readonly opener: string
}

export interface RawSentence extends Span {
  readonly clauses: readonly RawClause[]
}

const SENTENCE_END = new Set(['。', '！', '？', '!', '?', '\n'])
const CLAUSE_END = new Set(['，', ',', '、', '；', ';', '：', ':', '（', '(', '）', ')', '【', '】', '[', ']', '—'])
const OPENING: Readonly<Record<string, string>> = { '（': '）', '(': ')' }
/** A bracket this short without a figure belongs to the phrase round it: 因公出国（境）费. */
const MAX_ASIDE = 24

/** Nobody writes a longer sentence; a text without full stops is cut here, so that no work grows faster than the text. */
const MAX_CLAUSES = 240

/** `skip` are the spans of the figures, in order: punctuation inside them divides nothing. */
export function splitSentences(text: string, skip: readonly Span[]): RawSentence[] {
  const sentences: RawSentence[] = []
  let clauses: RawClause[] = []
  let sentenceStart = 0
  let clauseStart = 0
  let opener = ''
  let next = 0
  const closeClause = (at: number, delimiter: string): void => {
    // An empty clause after a bracket stays: without it nobody would know that the bracket closed.
    if (at > clauseStart || isBracket(opener) || delimiter === ':' || delimiter === '：')
      clauses.push({ start: clauseStart, end: at, opener })
    opener = delimiter
    clauseStart = at + 1
    if (clauses.length >= MAX_CLAUSES) cut(at)
  }
  const cut = (at: number): void => {
    sentences.push({ start: sentenceStart, end: at, clauses })
    clauses = []
    sentenceStart = at + 1
  }
  const closeSentence = (at: number): void => {
    closeClause(at, '')
    if (clauses.length > 0) cut(at)
    sentenceStart = at + 1
  }
  for (let at = 0; at < text.length; at++) {
    while (next < skip.length && (skip[next] as Span).end <= at) next++
    const span = skip[next]
    if (span !== undefined && at >= span.start) {
      at = span.end - 1
      continue
    }
    if (isHan(text.charCodeAt(at))) continue
    const character = text.charAt(at)
    if (SENTENCE_END.has(character)) closeSentence(at)
    else if (CLAUSE_END.has(character)) {
      const aside = asideEnd(text, at, span?.start ?? text.length)
      if (aside > 0) at = aside
      else closeClause(at, character)
    }
  }
  closeSentence(text.length)
  return sentences
}

/** Most characters are: they end nothing, and need not be looked up. */
const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff

const isBracket = (opener: string): boolean => opener !== '' && '（()）'.includes(opener)

/** End of a short bracket without figures that opens at `at`, or 0. */
function asideEnd(text: string, at: number, nextFigure: number): number {
  const closing = OPENING[text.charAt(at)]
  if (closing === undefined) return 0
  const limit = Math.min(text.length, nextFigure, at + MAX_ASIDE)
  for (let end = at + 1; end < limit; end++) {
    const character = text.charAt(end)
    if (character === '）' || character === ')') return end
    if (SENTENCE_END.has(character) || character === '，' || character === '；') return 0
  }
  return 0
}
