import type { Reader } from '../reader.ts'

export const readOfd: Reader = (_bytes, { file, format }) => ({
  refused: { code: 'file.unsupported-format', at: [file], details: { format } },
})
