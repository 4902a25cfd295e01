/** All Chinese stands in src/wording: one place to read, correct and compare. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const sources = fileURLToPath(new URL('../src', import.meta.url))
const chinese = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/

test('no source outside the wording holds a Chinese word, save in comments', () => {
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('wording/'))
  expect(files.length).toBeGreaterThan(30)
  const faults = files.flatMap((name) =>
    withoutComments(readFileSync(join(sources, name), 'utf8'))
      .split('\n')
      .filter((line) => chinese.test(line))
      .map((line) => `${name}: ${line.trim()}`),
  )
  expect(faults).toEqual([])
})

test('what is looked for is found', () => {
  expect(chinese.test(withoutComments("const title = '校核'"))).toBe(true)
  expect(chinese.test(withoutComments('/* 校核 */ const a = 1 // 校核'))).toBe(false)
})

function withoutComments(source: string): string {
  return source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '')
}
