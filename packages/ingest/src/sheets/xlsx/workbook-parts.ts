/** Which part of an Office workbook is which: its sheets in order, shared words, styles. */
import { type Package, readXmlPart, relationshipsOf } from '@jiheng/ooxml'
import { MAX_XML_DEPTH } from './xml-depth.ts'

export interface WorkbookParts {
  readonly sheets: readonly SheetPartName[]
  readonly sharedStrings: string | null
  readonly styles: string | null
  /** Dates count from 1904. */
  readonly is1904: boolean
}

export interface SheetPartName {
  readonly name: string
  readonly part: string
  readonly isHidden: boolean
}

/** Rejects with PackageRefused. */
export async function workbookParts(pack: Package): Promise<WorkbookParts> {
  const workbook = await workbookName(pack)
  const relationships = await relationshipsOf(pack, workbook)
  const targets = new Map(relationships.map(({ id, type, target }) => [id, type === 'worksheet' ? target : null]))
  const sheets: SheetPartName[] = []
  let is1904 = false
  await readXmlPart(
    pack,
    workbook,
    {
      open: (name, at) => {
        if (name === 'workbookPr') is1904 = isTrue(at.date1904)
        if (name !== 'sheet') return
        const id = at.id ?? ''
        const part = targets.get(id)
        // A part is one sheet, however often it is listed.
        targets.delete(id)
        if (part && pack.has(part)) sheets.push({ name: at.name ?? '', part, isHidden: /hidden/i.test(at.state ?? '') })
      },
      close: () => {},
    },
    MAX_XML_DEPTH,
  )
  const partOf = (type: string) => relationships.find((one) => one.type === type && one.target && pack.has(one.target))?.target ?? null
  return { sheets, sharedStrings: partOf('sharedStrings'), styles: partOf('styles'), is1904 }
}

async function workbookName(pack: Package): Promise<string> {
  const office = (await relationshipsOf(pack, '')).find(({ type }) => type === 'officeDocument')?.target
  return office && pack.has(office) ? office : 'xl/workbook.xml'
}

export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'
