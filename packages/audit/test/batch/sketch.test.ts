import { ingestText } from '@jiheng/ingest'
import { describe, expect, test } from 'vitest'
import { MAX_SKETCH, readSketch, sketchOf } from '../../src/batch/sketch.ts'
import { HEAD } from '../audit-text.ts'

const WATER =
  '组织三个标段同时进场，翻修干渠防渗衬砌12.5公里并更换老化闸门，雨季来临之前全部通水，沿线六个村的灌溉轮期由十五天缩短到九天，群众用水矛盾明显减少'
const LAW =
  '严格落实预算法和财务管理制度，规范审批程序，加强预算执行监督检查，提高资金使用效益，完善内部控制制度，强化绩效意识，进一步提高管理水平'

const reportOf = (text: string) => ingestText(new TextEncoder().encode(text), { name: 'a.txt', sha256: 'x' }).reports[0]
const sketch = (body: string, head = HEAD) => {
  const report = reportOf(head + body)
  if (report === undefined) throw new Error('no report')
  return sketchOf(report)
}

describe('a sketch', () => {
  test('tells the places and the first words of runs of letters', () => {
    const text = `${HEAD}一、任务\n灌区方面。${WATER}。`
    const runs = readSketch(sketch(`一、任务\n灌区方面。${WATER}。`))
    expect(runs.length).toBeGreaterThan(5)
    for (const { line, start, words } of runs) {
      expect(line).toBe(5)
      expect(words).toHaveLength(6)
      expect((text.split('\n')[4] ?? '').slice(start)).toMatch(new RegExp(`^${words}`))
    }
  })

  test('is the same for other figures, marks and names of the unit', () => {
    const mine = readSketch(sketch(`一、任务\n我局${WATER}，临河县示例局全程参与。`))
    const other = readSketch(
      sketch(
        `一、任务\n本单位${WATER.replace('12.5', '8').replaceAll('，', '、')}，青石县水利站全程参与。`,
        HEAD.replace('临河县示例局', '青石县水利站'),
      ),
    )
    expect(other.map(({ hash }) => hash)).toEqual(mine.map(({ hash }) => hash))
  })

  test('leaves out short texts, law and standard wording', () => {
    expect(sketch(`一、任务\n翻修干渠12.5公里，全部通水。`)).toBe('')
    expect(sketch(`一、任务\n${LAW}。`)).toBe('')
  })

  test('stays within its bound and keeps the same runs of a longer report', () => {
    const sentence = (n: number) =>
      `第${'甲乙丙丁戊己庚辛壬癸'.charAt(n % 10)}${'春夏秋冬'.charAt(n % 4)}${'东南西北中'.charAt(Math.floor(n / 10) % 5)}${'金木水火土'.charAt(Math.floor(n / 50) % 5)}片${WATER}。`
    const some = Array.from({ length: 120 }, (_, n) => sentence(n))
    const long = sketch(`一、任务\n${some.join('\n')}`)
    expect(long.length).toBeLessThanOrEqual(MAX_SKETCH)
    expect(readSketch(long).length).toBeGreaterThan(12)
    const part = new Set(readSketch(sketch(`一、任务\n${some.slice(0, 100).join('\n')}`)).map(({ hash }) => hash))
    expect(readSketch(long).filter(({ hash }) => part.has(hash)).length).toBeGreaterThan(8)
  })

  test('of a report without text is empty', () => {
    expect(readSketch(sketch(''))).toEqual([])
  })
})
