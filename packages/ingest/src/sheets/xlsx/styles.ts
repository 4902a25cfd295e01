/** The number format of each cell style. */
import { type Package, readXmlPart } from '@jiheng/ooxml'
import { BUILT_IN_FORMATS } from '../shown/built-in-formats.ts'
import { GENERAL, type NumberFormat, numberFormat } from '../shown/shown-number.ts'
import { MAX_XML_DEPTH } from './xml-depth.ts'

/** By the index that a cell names. Rejects with PackageRefused. */
export async function cellFormats(pack: Package, part: string | null): Promise<readonly NumberFormat[]> {
  if (part === null) return []
  const codes = new Map<number, string>()
  const ids: number[] = []
  let isInCells = false
  await readXmlPart(
    pack,
    part,
    {
      open: (name, at) => {
        if (name === 'cellXfs') isInCells = true
        if (name === 'numFmt' && !codes.has(Number(at['numFmtId']))) codes.set(Number(at['numFmtId']), at['formatCode'] ?? '')
        if (name === 'xf' && isInCells) ids.push(Number(at['numFmtId'] ?? 0))
      },
      close: (name) => {
        if (name === 'cellXfs') isInCells = false
      },
    },
    MAX_XML_DEPTH,
  )
  return formatsOf(ids, codes)
}

/** Formats by index, from their numbers and the codes that the file gives to some of them. */
export function formatsOf(ids: readonly number[], codes: ReadonlyMap<number, string>): readonly NumberFormat[] {
  const known = new Map<number, NumberFormat>()
  return ids.map((id) => {
    const format = known.get(id) ?? formatOf(codes.get(id) ?? BUILT_IN_FORMATS[id])
    known.set(id, format)
    return format
  })
}

const formatOf = (code: string | undefined): NumberFormat => (code ? numberFormat(code) : GENERAL)
