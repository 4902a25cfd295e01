import { expect, test } from 'vitest'
import { nameIn } from '../../src/api/save-file.ts'
import { batchName } from '../../src/batch/batch-name.ts'

const files = (...names: readonly string[]) => names.map((name) => ({ name, file: new File(['x'], 'x') }))
const now = '2026-03-02T01:20:00.000Z'

test('a batch is called as the folder or the archive that was dropped, else by year and hour', () => {
  expect(batchName(files('教育局/a.docx', '教育局/下/b.docx'), 2025, now)).toBe('教育局')
  expect(batchName(files('报送包.zip'), 2025, now)).toBe('报送包')
  expect(batchName(files('教育局/a.docx', 'b.docx'), 2025, now)).toMatch(/^2025年度自评报告校核（/)
  expect(batchName(files('a.docx'), 2025, now)).toMatch(/^2025年度自评报告校核（/)
})

test('a saved file is called as the server says', () => {
  expect(nameIn(`attachment; filename="____.docx"; filename*=UTF-8''%E9%80%80%E5%9B%9E.docx`)).toBe('退回.docx')
  expect(nameIn('attachment; filename="a.csv"')).toBe('a.csv')
  expect(nameIn('attachment; filename="a.csv"; filename*=UTF-8\'\'%E9')).toBe('a.csv')
  expect(nameIn('')).toBe('')
})
