/** What each format writes, and under which names. */
import { join } from 'node:path'
import type { ProductFormat, ProductKind } from '@jiheng/runner'
import type { DocumentFormat } from '../arguments/parse-audit.ts'
import { resultNames } from '../output/result-names.ts'

/** Made once for the whole run, when every file is through. */
export type GatheredKind = 'index' | 'list' | 'draft' | 'sarif' | 'results'

export interface Plan {
  readonly kinds: readonly ProductKind[]
  readonly gathered: readonly GatheredKind[]
}

export const plans: Readonly<Record<DocumentFormat, Plan>> = {
  html: { kinds: ['page'], gathered: ['index'] },
  docx: { kinds: ['word-copy'], gathered: [] },
  pdf: { kinds: ['pdf-copy'], gathered: [] },
  letter: { kinds: ['letter'], gathered: ['draft'] },
  xlsx: { kinds: [], gathered: ['list'] },
  sarif: { kinds: [], gathered: ['sarif'] },
  all: { kinds: ['page', 'copy', 'letter'], gathered: ['index', 'list', 'draft', 'sarif', 'results'] },
}

export const gatheredNames: Readonly<Record<GatheredKind, string>> = {
  index: 'index.html',
  list: '问题清单.xlsx',
  draft: '通报初稿.docx',
  sarif: 'results.sarif',
  results: 'results.jsonl',
}

/** Of a run that writes everything, each kind has a folder of its own; else the files lie in the folder that was named. */
const folders: Readonly<Record<ProductKind, string>> = {
  page: '校核页',
  copy: '批注副本',
  'word-copy': '批注副本',
  'pdf-copy': '批注副本',
  letter: '退回意见',
}

const formats: readonly ProductFormat[] = ['html', 'pdf', 'docx', 'docm', 'dotx', 'dotm']

export type NameOf = (index: number, kind: ProductKind, format: ProductFormat) => string

/** Paths below the folder of results; one file and one kind has always the same. */
export function productNames(inputs: readonly string[], plan: Plan): NameOf {
  const taken = plan.gathered.map((kind) => gatheredNames[kind].replace(/\.[^.]*$/, ''))
  const names = resultNames(inputs, taken)
  const isSorted = plan.kinds.length > 1
  // A letter in the folder of the copies would take the place of one.
  const signOf = (kind: ProductKind): string => (!isSorted && kind === 'letter' ? '（退回意见）' : '')
  return (index, kind, format) => join(isSorted ? folders[kind] : '', `${names[index]}${signOf(kind)}.${format}`)
}

/** Every path that the run may write to. */
export function allPaths(inputs: readonly string[], plan: Plan): readonly string[] {
  const nameOf = productNames(inputs, plan)
  const products = inputs.flatMap((_, index) => plan.kinds.flatMap((kind) => formats.map((format) => nameOf(index, kind, format))))
  return [...products, ...plan.gathered.map((kind) => gatheredNames[kind])]
}
