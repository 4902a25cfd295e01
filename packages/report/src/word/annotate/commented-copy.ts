/** The findings as comments in Word, whatever the sender's file is. */
import type { Audited } from '../../audited.ts'
import { type CommentOptions, commentedDocx, type WordMarkedCopy } from './commented-docx.ts'
import { wordCopy } from './word-copy.ts'

/** For documents that are not Word: a plain copy with the same comments. Of a Word file `commentedDocx` keeps the looks. */
export function commentedCopy({ document, result }: Audited, options: CommentOptions = {}): Promise<WordMarkedCopy> {
  const copy = wordCopy(document)
  return commentedDocx(copy.bytes, { document: copy.document, result }, options)
}
