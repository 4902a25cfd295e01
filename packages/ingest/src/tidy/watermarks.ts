/** Lines that belong to the page and not to the report: watermarks, page numbers, running headers. */
import type { Line } from '../lines.ts'
import type { ResidueKind } from '../source-document.ts'

/** Programs that sign what they scan or convert. */
const PROGRAM =
  '(?:扫描全能王|全能扫描王|夸克扫描(?:王)?|布丁扫描|白描|扫描宝|扫描王|CamScanner|Cam Scanner|AdobeScan|MicrosoftLens|OfficeLens|WPS(?:扫描|Office|文档)?|金山(?:扫描|文档)|福昕(?:PDF)?|迅捷PDF|Foxit\\w*|Aspose[\\w.]*|Spire[\\w.]*)'
const SIGNATURE = [
  new RegExp(`^(?:本?(?:文档|文件|扫描件))?由?"?${PROGRAM}"?(?:App|APP|扫描|识别|转换|编辑)*(?:创建|生成|制作|扫描|识别|转换)?$`),
  new RegExp(`^(?:Scanned|Created|Generated|Converted|Edited|Producedy?)(?:with|by|using)${PROGRAM}.{0,20}$`, 'i'),
  /^Evaluation(Warning|Only|version).{0,80}$/i,
  /^(内部资料|机密|试用版|样本|水印|WATERMARK|DRAFT)$/i,
]

const PAGE_NUMBER = [
  /^[-—－–─~·.•]{1,4}\d{1,4}[-—－–─~·.•]{1,4}$/,
  /^第[\d０-９]{1,4}页[,，/／]?(共[\d０-９]{1,4}页)?$/,
  /^第?[\d０-９]{1,4}页?[/／]共?[\d０-９]{1,4}页?$/,
  /^第[一二三四五六七八九十百]{1,4}页([,，]?共[一二三四五六七八九十百]{1,4}页)?$/,
  /^Page\d{1,4}(of\d{1,4})?$/i,
  /^[(（]第?\d{1,4}页?[/／]共?\d{1,4}页?[)）]$/,
]

/** How the line belongs to the page; null when it belongs to the report. */
export function pageFurniture(line: Line): ResidueKind | null {
  if (!line.whole || line.tabs > 0 || line.head.length > 90 || line.head === '') return null
  if (line.head.length <= 16 && PAGE_NUMBER.some((form) => form.test(line.head))) return 'page-number'
  return SIGNATURE.some((form) => form.test(line.head)) ? 'watermark' : null
}

/** Bare numbers that stand alone, each one more than the one before: the pages' numbers. */
export function barePageNumbers(lines: readonly Line[]): ReadonlySet<Line> {
  const alone = lines.filter((line, i) => line.whole && /^\d{1,3}$/.test(line.head) && line.tabs === 0 && isAlone(line, lines[i + 1]))
  const numbers = new Set<Line>()
  for (let i = 1; i < alone.length; i++) {
    const before = alone[i - 1] as Line
    const line = alone[i] as Line
    const isNext = Number(line.head) === Number(before.head) + 1
    if (isNext && line.line - before.line > 5) numbers.add(before).add(line)
  }
  return numbers
}

function isAlone(line: Line, next: Line | undefined): boolean {
  return (line.gap > 0 || line.newPage) && (!next || next.gap > 0 || next.newPage)
}

/** The same short line beside page breaks, three times or more. */
export function runningHeaders(lines: readonly Line[]): ReadonlySet<Line> {
  const beside = new Map<string, Line[]>()
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line
    const endsPage = !line.aboveTable && lines[i + 1]?.newPage
    if (!line.whole || line.head.length > 60 || line.tabs > 0 || !(line.newPage || endsPage)) continue
    const same = beside.get(line.head)
    if (same) same.push(line)
    else beside.set(line.head, [line])
  }
  const repeated = [...beside.values()].filter((same) => same.length >= 3)
  if (repeated.length === 0) return new Set()
  // One stays: it may be the report's title.
  const firsts = new Map<string, Line>()
  for (const line of lines) if (!firsts.has(line.head)) firsts.set(line.head, line)
  return new Set(repeated.flatMap((same) => same.filter((line) => firsts.get(line.head) !== line)))
}
