/** The sender's own Word file with our comments at the accused words. Nothing else in it changes: docs/decisions/0009. */
import type { CrossFinding, Finding } from '@jiheng/audit'
import { type Edit, splice } from '@jiheng/ooxml'
import type { Audited, MarkedCopy } from '../../audited.ts'
import { AUTHOR } from '../../wording/words.ts'
import { type CommentLine, findingLines, restLines, summaryLines } from './comment-lines.ts'
import {
  appendedComments,
  type CommentStyles,
  type CommentWriting,
  commentStyles,
  commentsIn,
  newComments,
  type OurComment,
  vocabularyOf,
} from './comments-part.ts'
import { type Mark, markEdits } from './insert-marks.ts'
import { type MarkRange, type Parts, rangeOfParagraph, rangeOfPieces } from './mark-range.ts'
import { markRemovals } from './our-marks.ts'
import { type PartRuns, scanRuns } from './scan-runs.ts'
import { type Piece, piecesOf } from './targets.ts'
import { addCommentsPart, openWord, type WordExtension, type WordPackage, wordExtension, writeWord } from './word-package.ts'

export interface CommentOptions {
  /** YYYY-MM-DD, shown with each comment; left out when not given. */
  readonly date?: string
  /** What the batch found between this file and others; told at the front. */
  readonly crossFile?: readonly CrossFinding[]
}

/** The sender's own file, or what became of it. */
export interface WordMarkedCopy extends MarkedCopy {
  /** What the copy is called. */
  readonly extension: WordExtension
}

/** Word opens no file with more comments than this. */
const MOST_COMMENTS = 32_000
const FRONT = 60

/**
 * `bytes` are those that the document was read from. Comments of ours from an earlier audit are replaced; those of others stay.
 * Rejects with PackageRefused for what is no Word file, or is one that cannot be written back.
 */
export async function commentedDocx(bytes: Uint8Array, audited: Audited, options: CommentOptions = {}): Promise<WordMarkedCopy> {
  const word = await openWord(bytes)
  const existing = word.commentsPart === null ? '' : await word.textOf(word.commentsPart)
  const { findings } = audited.result
  const pieces = findings.map((finding) => piecesOf(audited.document, finding))
  const parts = await partsOf(word, pieces)
  const room = MOST_COMMENTS - (existing === '' ? 0 : commentsIn(existing).length)
  const placed = findings.map((finding, at) => ({
    finding,
    spots: pieces[at] ?? [],
    range: at < room ? rangeOfPieces(parts, pieces[at] ?? []) : null,
  }))
  const unplaced = placed.filter(({ range }) => range === null).map(({ finding }) => finding)
  const told = [
    ...frontComments(parts, audited, [...unplaced, ...(options.crossFile ?? [])]),
    ...placed.flatMap(({ finding, spots, range }) =>
      range === null ? [] : [{ range, lines: findingLines(finding, whereOf(parts, spots)) }],
    ),
  ]
  const changes = await changesOf(word, parts, existing, told, options)
  return {
    bytes: await writeWord(word, bytes, changes),
    marked: findings.length - unplaced.length,
    unplaced: unplaced.map(({ id }) => id),
    extension: await wordExtension(word),
  }
}

interface Told {
  readonly range: MarkRange
  readonly lines: readonly CommentLine[]
}

async function partsOf(word: WordPackage, pieces: readonly (readonly Piece[])[]): Promise<Parts> {
  const wanted = new Map<string, Set<number>>()
  for (const { spot } of pieces.flat()) wanted.set(spot.part, (wanted.get(spot.part) ?? new Set()).add(spot.paragraph))
  const others = new Map<string, PartRuns>()
  for (const [part, paragraphs] of wanted) {
    if (part !== word.mainPart && word.pack.has(part))
      others.set(
        part,
        scanRuns(await word.textOf(part), (index) => paragraphs.has(index)),
      )
  }
  const ofMain = wanted.get(word.mainPart)
  const main = scanRuns(word.mainText, (index) => ofMain?.has(index) ?? false)
  return { xml: word.mainText, main, mainPart: word.mainPart, others }
}

/** At the first words of the document. */
function frontComments({ main }: Parts, audited: Audited, unplaced: readonly Finding[]): readonly Told[] {
  const range = main.front === null ? null : rangeOfParagraph(main.front, FRONT)
  if (range === null) return []
  const rest = restLines(audited, unplaced)
  return [{ range, lines: summaryLines(audited) }, ...(rest.length > 0 ? [{ range, lines: rest }] : [])]
}

/** Where the words stand when the mark stands elsewhere. */
function whereOf({ main, mainPart, others }: Parts, [first]: readonly Piece[]): string | null {
  if (!first) return null
  const { part, paragraph } = first.spot
  if (part === mainPart) return main.paragraphs.get(paragraph)?.isInside ? '文本框内' : null
  return others.get(part)?.paragraphs.get(paragraph)?.note?.startsWith('endnote') ? '尾注' : '脚注'
}

async function changesOf(
  word: WordPackage,
  parts: Parts,
  existing: string,
  told: readonly Told[],
  { date }: CommentOptions,
): Promise<ReadonlyMap<string, string>> {
  const { mainText, mainPart } = word
  const vocabulary = vocabularyOf(mainText, parts.main.root)
  const stylesPart = word.partOf('styles')
  const styles: CommentStyles = stylesPart === null ? { text: null, reference: null } : commentStyles(await word.textOf(stylesPart))
  const kept = existing === '' ? [] : commentsIn(existing)
  const old = kept.filter(({ author }) => author === AUTHOR)
  const first = firstFreeId([...kept.map(({ id }) => id), ...parts.main.commentIds], told.length)
  const comments = told.map(({ lines }, at): OurComment => ({ id: first + at, lines }))
  const marks = told.map(({ range }, at): Mark => ({ id: first + at, range }))
  const edits: readonly Edit[] = [
    ...(old.length > 0 ? markRemovals(mainText, new Set(old.map(({ id }) => id))) : []),
    ...markEdits(mainText, marks, { ...vocabulary, referenceStyle: styles.reference }),
  ]
  const writing: CommentWriting = { styles, date: dateTimeOf(date) }
  const changes = new Map([[mainPart, splice(mainText, edits)]])
  if (word.commentsPart === null) {
    const added = await addCommentsPart(word, vocabulary.namespace)
    for (const [part, text] of added.changes) changes.set(part, text)
    return changes.set(added.name, newComments(comments, vocabulary.namespace, writing))
  }
  const gone = old.map(({ start, end }) => ({ start, end, text: '' }))
  return changes.set(word.commentsPart, splice(existing, [...gone, ...appendedComments(existing, comments, vocabulary.namespace, writing)]))
}

const LARGEST_ID = 2 ** 31 - 1

/** Behind all that are in use; where these reach the end, the first gap that is wide enough. */
function firstFreeId(ids: readonly string[], count: number): number {
  const used = ids
    .filter((id) => /^\d{1,10}$/.test(id))
    .map(Number)
    .sort((a, b) => a - b)
  let first = (used.at(-1) ?? -1) + 1
  if (first + count <= LARGEST_ID) return first
  first = 0
  for (const id of used) {
    if (id - first >= count) break
    first = id + 1
  }
  return first
}

function dateTimeOf(date: string | undefined): string | null {
  return date !== undefined && /^\d{4}-\d\d-\d\d$/.test(date) ? `${date}T00:00:00Z` : null
}
