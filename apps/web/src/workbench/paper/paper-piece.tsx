/** One piece of the document: a heading, a paragraph, a table, the name of an attachment. */
import { Words } from './marked-words.tsx'
import type { PaperItem } from './paper-items.ts'
import { PaperTable } from './paper-table.tsx'

export function PaperPiece({ item }: { readonly item: PaperItem }) {
  if (item.kind === 'report') return <p className="paper-report">{item.words}</p>
  const { block, rank } = item
  switch (block.kind) {
    case 'table':
      return <PaperTable table={block} />
    case 'heading': {
      const Heading = `h${rank}` as 'h3'
      return (
        <Heading className="paper-heading">
          <Words text={block.text} />
        </Heading>
      )
    }
    default:
      return (
        <p className={block.kind === 'attachment' ? 'paper-attachment' : 'paper-words'}>
          <Words text={block.text} />
        </p>
      )
  }
}
