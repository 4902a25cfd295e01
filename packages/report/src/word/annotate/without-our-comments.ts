/** A Word file without the comments that we wrote into it: the sender's file again, where nothing else was changed since. */
import { commentsIn, oursIn, withoutComments } from './comments-part.ts'
import { withoutMarks } from './our-marks.ts'
import { openWord, removeCommentsPart, writeWord } from './word-package.ts'

/** Comments of others stay. Rejects with PackageRefused. */
export async function withoutOurComments(bytes: Uint8Array): Promise<Uint8Array> {
  const word = await openWord(bytes)
  const { commentsPart, mainPart, mainText } = word
  if (commentsPart === null) return bytes
  const comments = await word.textOf(commentsPart)
  const ours = oursIn(comments)
  if (ours.length === 0) return bytes
  const changes = new Map<string, string | null>([[mainPart, withoutMarks(mainText, new Set(ours.map(({ id }) => id)))]])
  const isAllOurs = commentsIn(comments).length === ours.length
  const removed = isAllOurs ? await removeCommentsPart(word, commentsPart) : null
  if (removed === null) changes.set(commentsPart, withoutComments(comments, ours))
  else for (const [part, text] of removed) changes.set(part, text)
  return writeWord(word, bytes, changes)
}
