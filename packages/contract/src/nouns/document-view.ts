/** A document as a page shows it: its blocks, or for PDF its pages, with the marked stretches. Made by packages/report from the document and its result. */
import * as z from 'zod'

/** Words with or without marks. `marks` are ids of marks, innermost last. */
export const stretch = z.object({ text: z.string(), marks: z.array(z.string()).optional() })
export type Stretch = z.infer<typeof stretch>

export const viewCell = z.object({ text: z.array(stretch), rowSpan: z.int(), colSpan: z.int() })
/** null: covered by a merged cell. */
export const viewRow = z.array(viewCell.nullable())

export const viewBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), id: z.string(), level: z.int(), text: z.array(stretch) }),
  z.object({ kind: z.literal('paragraph'), id: z.string(), text: z.array(stretch) }),
  z.object({ kind: z.literal('table'), id: z.string(), headerRows: z.int(), rows: z.array(viewRow) }),
  z.object({ kind: z.literal('attachment'), id: z.string(), text: z.array(stretch) }),
])
export type ViewBlock = z.infer<typeof viewBlock>

export const viewMark = z.object({
  id: z.string(),
  /** Id and number of the finding. */
  finding: z.string(),
  number: z.int(),
  severity: z.enum(['error', 'warning', 'info']),
  /** The accused words, or others that the finding stands on. */
  isAccused: z.boolean(),
  /** Of paged documents: page from 1, and boxes as fractions of the shown page: left, top, width, height. */
  page: z.int().nullable(),
  boxes: z.array(z.tuple([z.number(), z.number(), z.number(), z.number()])),
})
export type ViewMark = z.infer<typeof viewMark>

export const documentView = z.object({
  /** pages: the original is a PDF, shown page by page from the file itself. */
  kind: z.enum(['flow', 'pages']),
  reports: z.array(z.object({ unit: z.string().nullable(), title: z.string().nullable(), blocks: z.array(viewBlock) })),
  pages: z.array(z.object({ number: z.int(), width: z.number(), height: z.number() })),
  marks: z.array(viewMark),
})
export type DocumentView = z.infer<typeof documentView>
