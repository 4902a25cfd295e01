/** Expected trouble is a value with a code from a closed table. The app that shows it words it: packages/report/src/wording/problems.ts. */
export type ProblemCode =
  | 'file.not-found'
  | 'file.no-permission'
  | 'file.is-folder'
  | 'file.empty'
  | 'file.too-large'
  | 'file.unreadable'
  | 'file.binary'
  | 'file.unsupported-format'
  /** A picture or a photograph of pages: nothing to read without recognition. */
  | 'file.picture'
  | 'file.encrypted'
  /** The format is known, but the file is cut off or broken. */
  | 'file.damaged'
  /** What hostile files do: bombs, lying sizes, document types. */
  | 'file.unsafe'
  /** Read; the signature is neither verified nor kept by a copy. */
  | 'file.signed'
  /** A program that reads the format is missing or failed. */
  | 'file.not-converted'
  /** An archive that needs a program which is missing. */
  | 'archive.not-unpacked'
  /** Pages without a text layer. */
  | 'page.needs-ocr'
  /** A page that could not be read; the others were. */
  | 'page.unreadable'
  /** Hidden sheets are left out, hidden rows and columns are read. */
  | 'sheet.hidden'
  | 'sheet.hidden-lines'
  /** Read as if every change were accepted. */
  | 'document.tracked-changes'
  | 'text.undecodable'
  | 'text.partly-undecodable'
  | 'text.line-too-long'
  | 'document.too-many-blocks'
  | 'document.nothing-to-read'
  | 'audit.check-broken'
  /** A document that was asked for could not be made; the result is there all the same. */
  | 'output.not-made'
  /** Schemes, items, goals: data that people write. */
  /** No YAML: with the line, and what is wrong there. */
  | 'scheme.unreadable'
  | 'scheme.bad-shape'
  | 'scheme.unknown-key'
  | 'scheme.missing'
  | 'scheme.bad-value'
  | 'scheme.duplicate'
  | 'scheme.unknown-unit'
  | 'scheme.unknown-item'
  | 'scheme.unknown-rule'
  | 'scheme.unit-mismatch'
  | 'scheme.bad-formula'
  | 'scheme.cycle'
  | 'scheme.weights-not-full'
  | 'scheme.overlap'
  | 'scheme.no-period'
  | 'scheme.not-in-force'
  /** Nothing shows that it scores as its source does. */
  | 'scheme.no-cases'
  /** 基础数据: what people hand in to be scored. */
  | 'facts.bad-shape'
  | 'facts.unknown-key'
  | 'facts.missing'
  | 'facts.bad-value'
  /** A long code that a spreadsheet has turned into 3.7E+20. */
  | 'facts.lost-digits'
  | 'facts.no-head'
  | 'facts.no-unit'
  | 'facts.wrong-unit'
  | 'facts.unknown-item'
  | 'facts.duplicate'
  | 'facts.unknown-superseded'
  | 'facts.superseded-twice'
  | 'facts.loop'
  | 'facts.future'
  | 'facts.negative'
  | 'facts.crosses-year'
  | 'input.no-match'
  | 'command.unknown-option'
  | 'command.bad-value'
  | 'command.out-needed'

export interface Problem {
  readonly code: ProblemCode
  /** Path to the place: file name, block, line, … */
  readonly at: readonly (string | number)[]
  readonly details: Readonly<Record<string, string | number>>
}
