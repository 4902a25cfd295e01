import { readYaml } from '@jiheng/runner/data'
import { expect, it } from 'vitest'
import { isSchemeProblem, saySchemeProblem } from '../../src/wording/scheme-problems.ts'

it('whatever is wrong with a YAML file is worded, with its line', () => {
  const told = ['a: 1\na: 2', 'a: &a x\nb: *a', 'a: [', '- '.repeat(9999)].flatMap((text) => {
    const read = readYaml(text, 'x')
    return 'problems' in read ? read.problems.filter(isSchemeProblem) : []
  })
  expect(told.length).toBeGreaterThan(3)
  for (const problem of told) expect(saySchemeProblem(problem)).toMatch(/^第 \d+ 行.*。$/)
})
