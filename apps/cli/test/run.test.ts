import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { run } from '../src/run.ts'
import { version } from '../src/version.ts'
import { aHost } from './fakes/host.ts'

describe('the command line', () => {
  it.each([
    [['--help'], 0, /jiheng audit 文件/],
    [['help', 'audit'], 0, /返回码/],
    [['audit', '--help'], 0, /--fail-on/],
    [['--version'], 0, /^jiheng \d+\.\d+\.\d+\n$/],
  ])('%j answers', async (words, code, text) => {
    const { host, out } = aHost()
    expect(await run(words, host)).toBe(code)
    expect(out()).toMatch(text)
  })

  it('without a command shows the help and fails', async () => {
    const { host, err } = aHost()
    expect(await run([], host)).toBe(2)
    expect(err()).toContain('jiheng audit')
  })

  it('asks whether another command was meant', async () => {
    const { host, err } = aHost()
    expect(await run(['adit', 'a.txt'], host)).toBe(2)
    expect(err()).toMatch(/^没有命令“adit”，是否要用 audit？.*\n$/)
  })

  it('help fits a terminal of 100 columns', async () => {
    const { host, out } = aHost()
    const commands = ['audit', 'evaluate', 'facts', 'scheme', 'simulate', 'export', 'import', 'backup', 'restore', 'doctor', 'user']
    for (const command of commands) await run([command, '--help'], host)
    for (const command of commands) expect(out()).toContain(`用法\n  jiheng ${command}`)
    const { widthOf } = await import('../src/output/width.ts')
    for (const line of out().split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(100)
  })

  it('has the version of its package', () => {
    expect(version).toBe(JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version)
  })
})
