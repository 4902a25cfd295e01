/** A document as an official paper in PDF: indented paragraphs, ruled tables, page numbers in the footer. */
import type { Block, Cell, SourceDocument } from '@jiheng/ingest'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

let compiler: NodeCompiler | null = null

const PAGE = `
#set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm), footer-descent: 20%,
  footer: context align(if calc.odd(here().page()) { right } else { left })[— #here().page() —])
#set text(font: "Noto Serif CJK SC", size: 16pt, lang: "zh", region: "cn", top-edge: 0.88em, bottom-edge: -0.12em)
#set par(leading: 12.97pt, spacing: 12.97pt, justify: true, first-line-indent: (amount: 2em, all: true))
#show table: set text(size: 10.5pt)
#show table: set par(leading: 4pt, spacing: 4pt, justify: false, first-line-indent: 0em)
#set table(stroke: 0.5pt, inset: 4pt)
`

export function makePdf({ reports }: Pick<SourceDocument, 'reports'>): Uint8Array {
  const parts = reports.map(({ blocks }) => blocks.map(setBlock).join('\n\n'))
  return setPdf(`${PAGE}\n${parts.join('\n\n#pagebreak()\n\n')}`)
}

/** Typst source to PDF. Throws what the typesetter has to say. */
export function setPdf(source: string): Uint8Array {
  compiler ??= NodeCompiler.create()
  try {
    const result = compiler.compile({ mainFileContent: source })
    const document = result.result
    if (!document) throw new Error(JSON.stringify(compiler.fetchDiagnostics(result.takeDiagnostics() as never)))
    return new Uint8Array(compiler.pdf(document))
  } finally {
    compiler.evictCache(0)
  }
}

/** A blank beside Chinese characters that tidying kept was a wide one. */
const shown = (text: string): string => quoted(text.replace(/(?<=[\u2e80-\uffef]) | (?=[\u2e80-\uffef])/g, '\u3000\u3000'))

/** Any text as a string of the typesetter: nothing in it is markup. */
export function quoted(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what may not stand in a string
  return `"${text.replace(/["\\\u0000-\u001f]/g, (char) => (char < ' ' ? `\\u{${char.charCodeAt(0).toString(16)}}` : `\\${char}`))}"`
}

function setBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      if (block.level === 0) return `#align(center, text(size: 22pt, par(first-line-indent: 0em, justify: false)[#${shown(block.text)}]))`
      return `#par[#strong(${shown(`${block.number ?? ''}${block.text}`)})]`
    case 'paragraph':
      return `#par[#${shown(block.text)}]`
    case 'attachment':
      return `#par(first-line-indent: 0em)[#${shown(block.title)}]`
    case 'table':
      return setTable(block.rows)
  }
}

/** Columns as wide as their words ask for. */
function setTable(rows: readonly (readonly Cell[])[]): string {
  const columns = Math.max(...rows.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_, column) => {
    const longest = Math.max(2, ...rows.map((row) => (row[column]?.colSpan === 1 ? row[column].text.length : 0)))
    return `${Math.sqrt(longest).toFixed(2)}fr`
  })
  const covered = new Set<string>()
  const cells = rows.flatMap((row, i) =>
    Array.from({ length: columns }, (_, j) => {
      if (covered.has(`${i} ${j}`)) return ''
      const { text, rowSpan, colSpan } = row[j] ?? { text: '', rowSpan: 1, colSpan: 1 }
      const [down, across] = [Math.min(rowSpan, rows.length - i), Math.min(colSpan, columns - j)]
      for (let y = i; y < i + down; y++) for (let x = j; x < j + across; x++) covered.add(`${y} ${x}`)
      return `table.cell(rowspan: ${down}, colspan: ${across})[#${shown(text)}],`
    }),
  )
  return `#table(columns: (${widths.join(', ')},), ${cells.join(' ')})`
}
