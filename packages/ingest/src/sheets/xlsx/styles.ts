/** The number format of each cell style. */
import { type Package, readXmlPart } from '@jiheng/ooxml'
import { BUILT_IN_FORMATS } from '../shown/built-in-formats.ts'
import { GENERAL, type NumberFormat, numberFormat } from '../shown/shown-number.ts'
import { MAX_XML_DEPTH } from './xml-depth.ts'

/** Rejects with PackageRefused. */
export async function cellFormats(pack: Package, part: string | null): Promise<CellFormats> {
  if (part === null) return () => GENERAL
  const codes = new Map<number, string>()
  const ids: number[] = []
  let isInCells = false
  await readXmlPart(
    pack,
    part,
    {
      open: (name, at) => {
        if (name === 'cellXfs') isInCells = true
        if (name === 'numFmt' && !codes.has(Number(at.numFmtId))) codes.set(Number(at.numFmtId), at.formatCode ?? '')
        if (name === 'xf' && isInCells) ids.push(Number(at.numFmtId ?? 0))
      },
      close: (name) => {
        if (name === 'cellXfs') isInCells = false
      },
    },
    MAX_XML_DEPTH,
  )
  return formatsOf(ids, codes)
}

/** By the index that a cell names; looked up when one does, as a file may list more than it uses. */
export type CellFormats = (style: number) => NumberFormat

/** From the numbers of formats, and the codes that the file gives to some of them. */
export function formatsOf(ids: readonly number[], codes: ReadonlyMap<number, string>): CellFormats {
  const known = new Map<number, NumberFormat>()
  return (style) => {
    const id = ids[style] ?? 0
    const format = known.get(id) ?? formatOf(codes.get(id) ?? BUILT_IN_FORMATS[id])
    known.set(id, format)
    return format
  }
}

const formatOf = (code: string | undefined): NumberFormat => (code ? numberFormat(code) : GENERAL)
