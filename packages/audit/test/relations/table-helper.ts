/** Tables of invented reports, written as they stand in a text file, and what the audit says of them. */
import { ingestText } from '@jiheng/ingest'
import { audit } from '../../src/index.ts'

/** Errors and warnings on a table, as "check line-of-table: message". Cells of a row are split by blanks, "." is an empty cell. */
export function alarmsOn(rows: string, before = '（单位：万元）'): string[] {
  const table = rows
    .trim()
    .split('\n')
    .map((row) =>
      row
        .trim()
        .split(/\s+/)
        .map((cell) => (cell === '.' ? '' : cell))
        .join('\t'),
    )
  const text = [
    '青原县档案馆2023年度部门整体支出绩效自评报告',
    '一、基本情况',
    '本报告的数据见下表。',
    before,
    ...table,
    '二、有关说明',
    '无。',
  ].join('\n')
  const document = ingestText(new TextEncoder().encode(text), { name: 'report.txt', sha256: '' })
  return audit(document, { asOf: null, year: null, purpose: null })
    .findings.filter((finding) => finding.severity !== 'info')
    .map((finding) => `${finding.check} ${(finding.quotes[0]?.line ?? 0) - 4}: ${finding.message}`)
}
