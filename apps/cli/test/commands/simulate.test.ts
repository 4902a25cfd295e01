import { describe, expect, it } from 'vitest'
import { factsCsv, runIn, schemeYaml } from '../fakes/schemes.ts'

const words = ['simulate', '@f.csv', '--scheme', 'linhe-project']
const simulate = (...more: readonly string[]) => runIn({ 'f.csv': factsCsv, 'other.yaml': schemeYaml(['80', '20']) }, [...words, ...more])

describe('the simulate command', () => {
  it('says who changes score, grade and rank, and why', async () => {
    const { code, out, err } = await simulate('--weight', 'execution=80', '--weight', 'rules=20')
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('2 个单位，2 个有变化')
    expect(out).toMatch(/101 甲局 +96 → 92 +优 +1 +/)
    expect(out).toMatch(/102 乙局 +70 → 90 +中 → 优 +2 +/)
    expect(out).toContain('预算执行率 40 → 80')
    expect(out).toContain('平均分 83 → 91')
  })

  it('takes another scheme from its file, with the same answer', async () => {
    const [one, other] = [
      await simulate('--weight', 'execution=80', '--weight', 'rules=20', '--format', 'json'),
      await simulate('--with', '@other.yaml', '--format', 'json'),
    ]
    expect(JSON.parse(other.out)).toEqual(JSON.parse(one.out))
  })

  it.each([
    [[], '--with：没有给出'],
    [['--weight', 'execution'], '--weight：“execution”不可用，请写成 指标编号=分值'],
    [['--weight', 'x=1'], '--weight：细则中没有“x”'],
    [['--weight', 'execution=50'], '下级分值合计 110，应为 100'],
    [['--with', 'wrong'], '没有这个评分细则'],
  ])('%j is refused in a line', async (more, line) => {
    const { code, out, err } = await simulate(...more)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(line)
  })
})
