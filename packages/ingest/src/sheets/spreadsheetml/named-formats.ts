/** Formats that Excel's XML of 2003 calls by name. */
const NAMED: Readonly<Record<string, string>> = {
  General: 'General',
  'General Number': 'General',
  'General Date': 'yyyy/m/d h:mm',
  'Long Date': 'yyyy"年"m"月"d"日"',
  'Medium Date': 'd-mmm-yy',
  'Short Date': 'yyyy/m/d',
  'Long Time': 'h:mm:ss',
  'Medium Time': 'h:mm AM/PM',
  'Short Time': 'h:mm',
  Currency: '"¥"#,##0.00;"¥"-#,##0.00',
  'Euro Currency': '"€"#,##0.00;"€"-#,##0.00',
  Fixed: '0.00',
  Standard: '#,##0.00',
  Percent: '0.00%',
  Scientific: '0.00E+00',
  'Yes/No': '"Yes";"Yes";"No"',
  'True/False': '"True";"True";"False"',
  'On/Off': '"On";"On";"Off"',
}

/** The code of a format; one that is no name is a code already. */
export const formatCode = (format: string): string => (Object.hasOwn(NAMED, format) ? (NAMED[format] as string) : format || 'General')
