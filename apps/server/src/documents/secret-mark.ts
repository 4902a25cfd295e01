/** 密级标志: papers that bear one must not be in this system at all. GB/T 9704 puts it at the head of the first page: 机密★1年, 绝密, 秘密★长期. */
import type { Block, SourceDocument } from '@jiheng/ingest'

/** Blocks at the head in which a mark stands. */
const headBlocks = 12
const mark = '(绝密|机密|秘密)'
/** Alone in its line, with or without its term; or followed by the star that nothing else is written with. */
const alone = new RegExp(`^\\s*${mark}\\s*(?:[★☆*＊].{0,12})?\\s*$`)
const starred = new RegExp(`${mark}\\s*[★☆]`)

/** 绝密, 机密 or 秘密 as it is printed; null where there is none. */
export function secretMarkOf({ reports, file }: SourceDocument): string | null {
  const inName = starred.exec(file.name)?.[1]
  if (inName !== undefined) return inName
  for (const line of reports.flatMap(({ blocks }) => blocks.slice(0, headBlocks)).flatMap(linesOf)) {
    const found = alone.exec(line)?.[1] ?? starred.exec(line)?.[1]
    if (found !== undefined) return found
  }
  return null
}

function linesOf(block: Block): readonly string[] {
  return block.kind === 'table' ? block.rows.slice(0, 3).flatMap((row) => row.map(({ text }) => text)) : block.at.original.split('\n')
}
