/** A document about many files. What it tells is put on disk line by line: no message between processes is as long as a batch is large. */
import { open } from 'node:fs/promises'
import type { CrossFinding } from '@jiheng/audit'

export type BatchDocument =
  /** 问题清单 as a workbook; its lines are IssueRow of packages/report. `title` null: the usual one. */
  | { readonly kind: 'list'; readonly title: string | null; readonly asOf: string }
  /** The same as CSV. */
  | { readonly kind: 'csv' }
  /** 通报初稿; its lines are Counted of packages/report, a file each. */
  | {
      readonly kind: 'circular'
      readonly year: number
      readonly asOf: string
      /** Who signs. */
      readonly from: string
      readonly crossFile: readonly CrossFinding[]
    }

export interface BatchOrder {
  readonly document: BatchDocument
  /** Written by writeLines. */
  readonly linesPath: string
  /** Where the document is put. */
  readonly path: string
}

/** In one go; between them others have their turn. */
const linesEach = 200

/** Plain values as JSON, a line each. */
export async function writeLines(path: string, values: readonly unknown[]): Promise<void> {
  const file = await open(path, 'wx')
  try {
    for (let at = 0; at < values.length; at += linesEach) {
      const lines = values.slice(at, at + linesEach).map((value) => `${JSON.stringify(value)}\n`)
      await file.write(lines.join(''))
    }
  } finally {
    await file.close()
  }
}
