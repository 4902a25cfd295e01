/** What reading a piece of text needs to know of the report round it, and the lists it adds to. */
import type { ConceptId, Origin } from '@jiheng/vocabulary'
import type { Figure, Sentence } from './figure.ts'
import type { Whereabouts } from './whereabouts.ts'

export interface TextContext {
  readonly report: number
  readonly block: number
  readonly section: number
  /** Where the text starts inside its block: 0 but for table cells. */
  readonly offset: number
  /** Offset of the block in the running text. */
  readonly blockStart: number
  readonly whereabouts: Whereabouts
  readonly year: number | null
  readonly isSelf: (words: string) => boolean
  /** Title of a numbered paragraph: what its bare figures are about (目标合理性，指标2分，得2分). */
  readonly topic: string
  /** The concept that the title names: in （三）“三公”经费。年初预算1.5万元 the budget is that of 三公经费. */
  readonly topicConcept: ConceptId | null
  readonly figures: Figure[]
  /** Figures that took their planned role over from the total of their list. */
  readonly inherited: Set<number>
  readonly sentences: Sentence[]
}

/** Running text and the way back to the original; a paragraph, a heading or a wordy table cell. */
export interface RunningText {
  readonly text: string
  readonly at: Origin
  /** The line of an offset counted from `context.offset`; by default counted from `at`. */
  readonly lineOf?: (offset: number) => number
}
