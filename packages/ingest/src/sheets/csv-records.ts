/** Comma-separated values as records of fields (RFC 4180), lenient where files are. */

export type CsvSeparator = ',' | ';'

/** At most `most` records. A quote opens a field only at its start; what follows the closing quote is kept as it is. */
export function csvRecords(text: string, separator: CsvSeparator, most = Number.POSITIVE_INFINITY): string[][] {
  const records: string[][] = []
  let fields: string[] = []
  let at = 0
  while (at < text.length && records.length < most) {
    const [field, end] = text.charAt(at) === '"' ? quotedField(text, at, separator) : plainField(text, at, separator)
    fields.push(field)
    at = end
    if (text.charAt(at) === separator) {
      at++
      if (at < text.length) continue
      fields.push('')
    }
    records.push(fields)
    fields = []
    if (text.charAt(at) === '\r' && text.charAt(at + 1) === '\n') at++
    at++
  }
  return records
}

function plainField(text: string, from: number, separator: CsvSeparator): [string, number] {
  let end = from
  while (end < text.length && text.charAt(end) !== separator && !isBreak(text.charCodeAt(end))) end++
  return [text.slice(from, end), end]
}

function quotedField(text: string, from: number, separator: CsvSeparator): [string, number] {
  const pieces: string[] = []
  let at = from + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return plainField(text, from, separator)
    pieces.push(text.slice(at, quote))
    if (text.charAt(quote + 1) !== '"') {
      const [rest, end] = plainField(text, quote + 1, separator)
      return [pieces.join('') + rest, end]
    }
    pieces.push('"')
    at = quote + 2
  }
}

const isBreak = (code: number): boolean => code === 10 || code === 13
