import type { Reader } from '../reader.ts'

export const readCsv: Reader = (_bytes, { file, format }) => ({
  refused: { code: 'file.unsupported-format', at: [file], details: { format } },
})
