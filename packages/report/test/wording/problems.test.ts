import { expect, test } from 'vitest'
import { type FileProblemCode, sayFileProblem } from '../../src/wording/problems.ts'

test('a code of another version is named, not swallowed', () => {
  const code = 'file.from-another-version' as FileProblemCode
  expect(sayFileProblem({ code, at: ['a.docx'], details: {} })).toContain('a.docx：其他情况（file.from-another-version）')
})
