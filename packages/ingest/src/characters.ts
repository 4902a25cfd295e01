/** Classes of characters, as far as spacing and width in Chinese text depend on them. */

export type CharacterClass = 0 | 1 | 2 | 3 | 4 | 5

/** ASCII punctuation and everything unnamed. */
export const MARK = 0
export const WHITE = 1
/** Zero-width and control characters: nobody sees them. */
export const INVISIBLE = 2
/** Ideographs, Chinese punctuation, full-width forms, symbols: no space belongs beside them. */
export const WIDE = 3
export const DIGIT = 4
export const LETTER = 5

const RANGES: readonly (readonly [from: number, to: number, CharacterClass])[] = [
  [0x00, 0x08, INVISIBLE],
  [0x09, 0x0d, WHITE],
  [0x0e, 0x1f, INVISIBLE],
  [0x20, 0x20, WHITE],
  [0x30, 0x39, DIGIT],
  [0x41, 0x5a, LETTER],
  [0x61, 0x7a, LETTER],
  [0x7f, 0x9f, INVISIBLE],
  [0x85, 0x85, WHITE],
  [0xa0, 0xa0, WHITE],
  [0xad, 0xad, INVISIBLE],
  [0xb0, 0xb1, WIDE],
  [0xb7, 0xb7, WIDE],
  [0xc0, 0x24f, LETTER],
  [0xd7, 0xd7, WIDE],
  [0xf7, 0xf7, WIDE],
  [0x370, 0x52f, LETTER],
  [0x1680, 0x1680, WHITE],
  [0x180e, 0x180e, INVISIBLE],
  [0x2000, 0x200a, WHITE],
  [0x200b, 0x200f, INVISIBLE],
  [0x2010, 0x2027, WIDE],
  [0x2028, 0x2029, WHITE],
  [0x202a, 0x202e, INVISIBLE],
  [0x202f, 0x202f, WHITE],
  [0x2030, 0x205e, WIDE],
  [0x205f, 0x205f, WHITE],
  [0x2060, 0x206f, INVISIBLE],
  [0x2100, 0xd7ff, WIDE],
  [0x3000, 0x3000, WHITE],
  [0xd800, 0xfaff, WIDE],
  [0xfe00, 0xfe0f, INVISIBLE],
  [0xfe10, 0xfe6f, WIDE],
  [0xfeff, 0xfeff, INVISIBLE],
  [0xff00, 0xffef, WIDE],
  [0xfff9, 0xfffb, INVISIBLE],
]

const CLASSES = new Uint8Array(0x10000)
for (const [from, to, kind] of RANGES) CLASSES.fill(kind, from, to + 1)

export function classOf(code: number): CharacterClass {
  return CLASSES[code] as CharacterClass
}

/** White space or invisible: nothing that a reader would miss. */
export function isBlank(code: number): boolean {
  const kind = CLASSES[code]
  return kind === WHITE || kind === INVISIBLE
}

/** Columns that the character takes in a fixed-width font. */
export function displayWidth(code: number): number {
  if (code < 0x80) return 1
  const kind = CLASSES[code]
  if (kind === INVISIBLE) return 0
  return (kind === WIDE && !(code >= 0x2010 && code <= 0x2027) && !(code >= 0xdc00 && code <= 0xdfff)) || code === 0x3000 ? 2 : 1
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this finds
const ONE_BLANK = /[\s\u0000-\u001f\u007f-\u00a0\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ufe00-\ufe0f]/
const BLANKS = new RegExp(`(?:${ONE_BLANK.source})+`, 'g')

/** The text without any white space: for looking words up, never for showing. */
export function squeeze(text: string): string {
  return text.replace(BLANKS, '')
}

export function hasBlanks(text: string): boolean {
  return ONE_BLANK.test(text)
}
