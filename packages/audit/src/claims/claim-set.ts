/** All figures of one report, with the sentences and tables they stand in. Built once, read by all recognisers. */
import type { SourceReport } from '@jiheng/ingest'
import type { Figure, Sentence } from './figure.ts'
import type { TableReading } from './from-table.ts'
import type { Whereabouts } from './whereabouts.ts'

export interface ClaimSet {
  readonly report: SourceReport
  readonly reportIndex: number
  readonly whereabouts: Whereabouts
  readonly figures: readonly Figure[]
  readonly sentences: readonly Sentence[]
  readonly tables: readonly TableReading[]
  /** Sentences of each block, by block index; empty for tables. */
  readonly sentencesOf: ReadonlyMap<number, readonly Sentence[]>
  /** Figures of each block, by block index. */
  readonly figuresOf: ReadonlyMap<number, readonly Figure[]>
  /** Figures of each concept, in order. */
  readonly byConcept: ReadonlyMap<string, readonly Figure[]>
  /** Outline position of each block. */
  readonly sections: readonly Section[]
  /** How many figures claim nothing, by reason. */
  readonly idle: number
}

export interface Section {
  readonly index: number
  readonly block: number
  readonly level: number
  readonly title: string
  /** Index of the section that holds this one, or -1. */
  readonly parent: number
}
