/** The command as users have it: one bundled file, a process of its own. The engine is the stand-in. */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bundled, runBundle } from '../../../packages/runner/test/fakes/bundle.ts'
import { aFolder } from '../../../packages/runner/test/fakes/folder.ts'

const file = bundled('fake')

describe('the bundled command', () => {
  it('audits, and answers with its exit code', async () => {
    const folder = aFolder({ '报告.txt': '全年支出[[12.30]]万元' })
    const ended = await runBundle(file(), ['audit', '报告.txt'], { cwd: folder.path })
    expect(ended).toMatchObject({ code: 1, err: '' })
    expect(ended.out).toContain('    全年支出[[12.30]]万元\n              ^^^^^\n')
  })

  it('reads standard input', async () => {
    const ended = await runBundle(file(), ['audit', '-', '--format', 'json'], { stdin: '支出{{1}}' })
    expect(ended.code).toBe(0)
    expect(JSON.parse(ended.out).findings).toHaveLength(1)
  })

  it('over children gives the same bytes as in one process, and survives a crash in one', async () => {
    const files = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`r${at}.txt`, `支出[[${at}]]万元`]))
    const folder = aFolder(files)
    const here = await runBundle(file(), ['audit', '.', '--format', 'json'], { cwd: folder.path })
    const children = await runBundle(file(), ['audit', '.', '--format', 'json', '--jobs', '3'], { cwd: folder.path })
    expect(children.out).toBe(here.out)
    const broken = aFolder({ ...files, 'r15.txt': '!exit' })
    const survived = await runBundle(file(), ['audit', '.', '--format', 'json', '--jobs', '3'], { cwd: broken.path })
    expect(survived.code).toBe(2)
    expect(survived.out.trim().split('\n')).toHaveLength(31)
    expect(survived.err).toBe('r15.txt：校核进程意外结束，这一份没有结果，其余继续。请单独再试一次；仍不行请反馈给开发者。\n')
  })

  it('stops on Ctrl-C with what was finished, and leaves no child and no half file behind', async () => {
    const folder = aFolder(Object.fromEntries(Array.from({ length: 90 }, (_, at) => [`r${at}.txt`, '!slow\n[[1]]'])))
    const words = ['audit', '.', '--format', 'json', '--jobs', '2']
    const ended = await runBundle(file(), words, { cwd: folder.path, interruptAfter: '\n' })
    expect(ended).toMatchObject({ code: 130, signal: null })
    expect(ended.err).toMatch(/^已中断：完成 \d+ \/ 90 个文件/)
    for (const line of ended.out.trim().split('\n')) JSON.parse(line)
    expect(readdirSync(folder.path)).toHaveLength(90)
  })

  it('ends without a word when its reader goes away', () => {
    const folder = aFolder(Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`r${at}.txt`, '支出[[1]]\n'.repeat(2000)])))
    if (!existsSync('/bin/sh')) return
    const script = '"$0" "$1" audit . 2>err | head -1; echo done'
    expect(execFileSync('/bin/sh', ['-c', script, process.execPath, file()], { cwd: folder.path, encoding: 'utf8' })).toMatch(
      /^== .*\ndone\n$/,
    )
    expect(readFileSync(folder.at('err'), 'utf8')).toBe('')
  })
})
