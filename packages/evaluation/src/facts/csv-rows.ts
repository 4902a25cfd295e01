/** CSV as rows of cells: quotes, doubled quotes, line breaks inside quotes; parted by commas, semicolons or tabs, whichever the first line has most of. */

export function csvRows(text: string): readonly (readonly string[])[] {
  const start = text.startsWith('\ufeff') ? text.slice(1) : text
  const separator = separatorOf(start.slice(0, start.search(/[\r\n]|$/)))
  const rows: string[][] = []
  let [row, cell, at]: [string[], string, number] = [[], '', 0]
  const endRow = (): void => {
    row.push(cell)
    rows.push(row)
    row = []
    cell = ''
  }
  while (at < start.length) {
    const character = start[at] as string
    if (character === '"' && cell === '') {
      const end = closingQuote(start, at + 1)
      cell = start.slice(at + 1, end).replaceAll('""', '"')
      at = end + 1
      continue
    }
    if (character === separator) {
      row.push(cell)
      cell = ''
    } else if (character === '\n' || character === '\r') {
      endRow()
      if (character === '\r' && start[at + 1] === '\n') at++
    } else {
      const stop = nextStop(start, at, separator)
      cell += start.slice(at, stop)
      at = stop
      continue
    }
    at++
  }
  if (cell !== '' || row.length > 0) endRow()
  return rows
}

function separatorOf(line: string): string {
  const counts = [',', '\t', ';'].map((separator) => line.split(separator).length)
  return [',', '\t', ';'][counts.indexOf(Math.max(...counts))] ?? ','
}

/** Of the quote that ends the cell; the end of the text when none does. */
function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) if (text[at + 1] !== '"') return at
  return text.length
}

function nextStop(text: string, from: number, separator: string): number {
  let at = from + 1
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++
  return at
}
