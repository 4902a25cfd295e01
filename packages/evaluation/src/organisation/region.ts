/** A place: its id never changes, its 行政区划 code and its name do. */
import { type Dated, holdsOn, valueAt } from './dated.ts'

export interface Region {
  readonly id: string
  /** 行政区划 code: six digits, or nine as finance systems write it. */
  readonly codes: readonly Dated<string>[]
  readonly names: readonly Dated<string>[]
  /** Id of the region above. */
  readonly parent: string | null
}

const CODE = /^\d{6}(?:\d{3})?$/

export const isRegionCode = (text: string): boolean => CODE.test(text)

export const regionCodeAt = ({ codes }: Region, day: string): string | null => valueAt(codes, day)
export const regionNameAt = ({ names }: Region, day: string): string | null => valueAt(names, day)

/** A code that was given away may have belonged to another place before: the day decides. Six digits stand for the nine that end in noughts. */
export function regionByCode(regions: readonly Region[], code: string, day: string): Region | null {
  const wanted = inNine(code)
  return regions.find(({ codes }) => codes.some((one) => inNine(one.value) === wanted && holdsOn(one, day))) ?? null
}

const inNine = (code: string): string => (code.length === 6 ? `${code}000` : code)
