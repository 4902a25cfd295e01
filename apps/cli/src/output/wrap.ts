/** Breaks a line of Chinese text to a width: never inside a number or a Latin word, never before a closing mark. */
import { columnsOf } from './width.ts'

export function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const piece of text.match(unbreakable) ?? []) {
    const width = widthOfPiece(piece)
    if (used > 0 && used + width > columns) {
      lines.push(line.trimEnd())
      line = ''
      used = 0
      if (piece.trim() === '') continue
    }
    line += piece
    used += width
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line.trimEnd()]
}

/** A run of narrow characters with its unit, or one wide one, each with the closing marks that follow it; an opening mark goes with what comes next. */
const unbreakable = /[（《“‘【〔「]*(?:[!-~\u00a1-\u02ff]+(?:[万亿]?元|[分个项件人])?|.)[，。；：、！？）》”’】〕」%％…]*/gsu

function widthOfPiece(piece: string): number {
  let columns = 0
  for (const character of piece) columns += columnsOf(character.codePointAt(0) as number)
  return columns
}
