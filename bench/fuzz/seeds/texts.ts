/** Good files of the formats that are text. */
import { TABLE, TEXT, WORDS } from './words.ts'

const utf16 = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])

export const textSeeds = (): readonly Uint8Array[] => [Buffer.from(TEXT), utf16(TEXT)]

const CSV = [[WORDS[0] ?? '', '', '', ''], ...TABLE, ...TABLE.slice(1).map((row) => ['"甲,""乙""\n丙"', ...row.slice(1)])]

export const csvSeeds = (): readonly Uint8Array[] => [
  Buffer.from(CSV.map((row) => row.join(',')).join('\r\n')),
  Buffer.from(CSV.map((row) => row.join(';')).join('\n')),
]

const htmlTable = (inner: string): string => `<table border="1">${inner}</table>`

const HTML_ROWS = TABLE.map(
  (row, i) => `<tr>${row.map((text) => (i === 0 ? `<th>${text}</th>` : `<td align=right>${text}</td>`)).join('')}</tr>`,
)

const HTML = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>公开</title><style>p{color:red}</style><script>if(1<2){}</script></head><body>
<h1>${WORDS[0]}</h1><div><p class="MsoNormal">${WORDS[1]}<br>${WORDS[2]}</p><ol><li>一项</li><li>二项&nbsp;&amp;</li></ol>
${htmlTable(`<tr><td colspan="4">收支情况（单位：万元）</td></tr>${HTML_ROWS.join('')}<tr><td rowspan="2">甲</td><td>1</td><td>2</td><td>3</td></tr><tr><td>4</td><td>5</td><td>6</td></tr>`)}
${htmlTable(`<tr><td><p>${WORDS[3]}</p>${htmlTable('<tr><td>甲</td><td>1.5</td></tr><tr><td>乙</td><td>2.5</td></tr>')}</td></tr>`)}
<div style="display:none">隐藏</div><!--[if gte mso 9]><xml><o:p></o:p></xml><![endif]--></div></body></html>`

const EXCEL_HTML = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv=Content-Type content="text/html; charset=utf-8"></head><body>${htmlTable(HTML_ROWS.join('\n'))}</body></html>`

export const htmlSeeds = (): readonly Uint8Array[] => [Buffer.from(HTML), Buffer.from(EXCEL_HTML)]

const isNumber = (text: string): boolean => /^[\d.]+$/.test(text)

const spreadsheetRow = (texts: readonly string[]): string =>
  `<Row>${texts.map((text) => `<Cell><Data ss:Type="${isNumber(text) ? 'Number' : 'String'}">${text}</Data></Cell>`).join('')}</Row>`

const SPREADSHEET = `<?xml version="1.0" encoding="UTF-8"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="s1"><NumberFormat ss:Format="#,##0.00"/></Style><Style ss:ID="s2" ss:Parent="s1"><NumberFormat ss:Format="0.00%"/></Style></Styles>
<Worksheet ss:Name="收支"><Table ss:ExpandedColumnCount="4"><Column ss:Index="2" ss:Hidden="1"/><Row ss:Index="2"><Cell ss:MergeAcross="3"><Data ss:Type="String">${WORDS[0]}</Data></Cell></Row>${TABLE.map(spreadsheetRow).join('')}
<Row ss:Hidden="1"><Cell ss:Index="2" ss:StyleID="s1" ss:MergeDown="1" ss:Formula="=SUM(R[-3]C:R[-1]C)"><Data ss:Type="Number">1280</Data></Cell><Cell ss:StyleID="s2"><Data ss:Type="Number">0.9512</Data></Cell><Cell><Data ss:Type="DateTime">2023-12-31T00:00:00.000</Data></Cell></Row></Table></Worksheet>
<Worksheet ss:Name="藏"><Table>${spreadsheetRow(['甲', '1'])}</Table><WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>`

export const spreadsheetMlSeeds = (): readonly Uint8Array[] => [Buffer.from(SPREADSHEET)]
