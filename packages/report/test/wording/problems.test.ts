import { expect, test } from 'vitest'
import { type FileProblemCode, sayFileProblem } from '../../src/wording/problems.ts'

test('a code of another version is named, not swallowed', () => {
  const code = 'file.from-another-version' as FileProblemCode
  expect(sayFileProblem({ code, at: ['a.docx'], details: {} })).toContain('a.docx：其他情况（file.from-another-version）')
})

test.each([
  [{ kind: 'archive' }, '压缩包里没有可校核的文件'],
  [{ kind: 'folder' }, '文件夹里没有可校核的文件'],
  [{ kind: 'pattern' }, '没有文件符合这个通配符'],
])('what leads to no file is named: %j', (details, words) => {
  expect(sayFileProblem({ code: 'input.no-match', at: ['a'], details })).toContain(`a：${words}`)
})

test.each([
  ['timeout', '生成退回意见时用时过长'],
  ['crash', '生成退回意见时进程意外结束'],
  ['some bug', '退回意见没有生成（some bug）'],
])('why a document was not made is worded: %s', (reason, words) => {
  const said = sayFileProblem({ code: 'output.not-made', at: ['a.docx'], details: { what: 'letter', format: 'docx', reason } })
  expect(said).toContain(words)
  // The same words stand on a page, where there are no options.
  expect(said).not.toContain('--')
})
