import { describe, expect, it } from 'vitest'
import { newProgress } from '../../src/output/progress.ts'
import { aHost } from '../fakes/host.ts'

describe('the progress line', () => {
  it('appears after a while, steps aside for results and leaves no trace', async () => {
    let now = 0
    const { host, err } = aHost({ terminalColumns: 60 })
    const progress = newProgress(host.stderr, 100, () => now)
    await progress.show(1, '甲.txt')
    expect(err()).toBe('')
    now = 1000
    await progress.show(50, '乙.txt')
    expect(err()).toContain('[############------------] 校核 50/100  乙.txt')
    await progress.aside(() => host.stderr.write('RESULT'))
    expect(err()).toContain('\r\x1b[2KRESULT[#')
    await progress.end()
    expect(err().endsWith('\r\x1b[2K')).toBe(true)
  })

  it('never shows when nobody looks, or for a single file', async () => {
    const away = aHost()
    await newProgress(away.host.stderr, 100, ticking()).show(50, '甲.txt')
    const alone = aHost({ terminalColumns: 80 })
    await newProgress(alone.host.stderr, 1, ticking()).show(1, '甲.txt')
    expect(away.err() + alone.err()).toBe('')
  })

  it('fits a narrow terminal', async () => {
    const { host, err } = aHost({ terminalColumns: 30 })
    await newProgress(host.stderr, 9, ticking()).show(5, '很长的文件名'.repeat(9))
    expect(err().length).toBeLessThan(30)
  })
})

function ticking(): () => number {
  let now = 0
  return () => (now += 1000)
}
