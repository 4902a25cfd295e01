import { describe, expect, it } from 'vitest'
import { sayProblem } from '../../src/wording/problems.ts'

describe('a problem in words', () => {
  it.each([
    [{ code: 'file.empty' as const, at: ['-'], details: {} }, '标准输入：文件是空的'],
    [{ code: 'text.partly-undecodable' as const, at: ['a.txt', 7], details: {} }, 'a.txt 第7行：有少量文字无法识别'],
    [{ code: 'audit.check-broken' as const, at: [1, 'total-mismatch'], details: {} }, '第2份报告 total-mismatch：这项检查自身出错'],
    [{ code: 'document.too-many-blocks' as const, at: ['a.txt', 9], details: { limit: 200, of: 'cells' } }, '内容超过上限（200 个单元格）'],
    [{ code: 'text.line-too-long' as const, at: ['a.txt', 1], details: { length: 3, limit: 2 } }, '这一行过长（3 个字符）'],
    [{ code: 'file.too-large' as const, at: ['a.txt'], details: { bytes: 68157440, limit: 67108864 } }, '超过 64 MB 的上限（65 MB）'],
    [{ code: 'file.unreadable' as const, at: ['a.txt'], details: { reason: 'timeout', seconds: 60 } }, '超过 60 秒'],
    [{ code: 'file.unreadable' as const, at: ['a.txt'], details: { reason: 'memory', memoryMb: 512 } }, '超过 512 MB'],
    [{ code: 'file.unreadable' as const, at: ['a.txt'], details: { reason: 'EIO' } }, '无法读取（EIO）'],
  ])('$code says where, what and what to do', (problem, text) => {
    const said = sayProblem(problem)
    expect(said).toContain(text)
    expect(said).toMatch(/^[^：]+：.+。.*。$/)
    expect(said).not.toContain('undefined')
  })
})
