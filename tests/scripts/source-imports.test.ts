import { describe, expect, it } from 'vitest'
import { importsOf, outsideNamesOf } from '../../scripts/rules/source-imports.mjs'

const from = (source: string) => importsOf(source).map((one) => `${one.typesOnly ? 'type ' : ''}${one.from}`)
const outside = (source: string) => outsideNamesOf(source).map((use) => use.name)

describe('imports of a source file', () => {
  it('finds every way to write one', () => {
    const source = `
      import a from './a.ts'
      import * as b from './b.ts'
      import c, { d as e } from './c.ts'
      import './side-effect.ts'
      export { f } from './f.ts'
      export * from './g.ts'
      export * as h from './h.ts'
      const later = await import('./i.ts')`
    expect(from(source)).toEqual(['./a.ts', './b.ts', './c.ts', './side-effect.ts', './f.ts', './g.ts', './h.ts', './i.ts'])
  })

  it('tells imports of types only from imports of values', () => {
    const source = `
      import type { A } from './a.ts'
      import { type B, type C } from './b.ts'
      import { type D, e } from './d.ts'
      import type F from './f.ts'
      export type { G } from './g.ts'
      export type * from './h.ts'
      let x: import('./i.ts').I
      import type from './type.ts'
      import type, { j } from './j.ts'`
    expect(from(source)).toEqual([
      'type ./a.ts',
      'type ./b.ts',
      './d.ts',
      'type ./f.ts',
      'type ./g.ts',
      'type ./h.ts',
      'type ./i.ts',
      './type.ts',
      './j.ts',
    ])
  })

  it('is not misled by comments, strings, templates and regular expressions', () => {
    const source = `
      // import a from './a.ts'
      /* import b from './b.ts' */
      const text = "import c from './c.ts'"
      const template = \`import d from './d.ts' \${ { x: 1 }.x } import('./e.ts')\`
      const pattern = /['"\`]import f from '.\\/f.ts/.test(text) || /[/"]/.test(text)
      const quotient = total / parts / 2
      object.import('./g.ts')
      export const from = 'here'
      import real from './real.ts'`
    expect(from(source)).toEqual(['./real.ts'])
  })

  it('counts lines through comments and templates', () => {
    expect(importsOf("/*\n\n*/\nconst t = `\n\n`\nimport a from './a.ts'")).toEqual([{ from: './a.ts', typesOnly: false, line: 7 }])
  })
})

describe('names of the surrounding world', () => {
  it.each([
    ['Date.now()', 'Date.now'],
    ['new Date(2024, 1)', 'new Date'],
    ['Date()', 'Date()'],
    ['Math.random()', 'Math.random'],
    ['process.env.HOME', 'process'],
    ["fetch('x')", 'fetch'],
    ['globalThis.x', 'globalThis'],
    ['setTimeout(f, 1)', 'setTimeout'],
    ['console.log(1)', 'console'],
    ["new Function('return 1')", 'new Function'],
    ["eval('1')", 'eval'],
    ['import.meta.url', 'import.meta'],
    ['a.localeCompare(b)', 'localeCompare'],
    ['`$' + '{process.cwd()}`', 'process'],
    ['f(...process.argv)', 'process'],
    ['x ? process : y', 'process'],
  ])('%s is noticed', (source, name) => {
    expect(outside(source)).toEqual([name])
  })

  it.each([
    'Date.UTC(2024, 1, 1)',
    'Math.max(1, 2)',
    'stage.process(x)',
    'const step = { process: 1 }',
    'interface Step { readonly fetch?: string }',
    'type When = Date',
    '// process.exit()',
    '"process"',
    'isFunction(Function)',
  ])('%s is not', (source) => {
    expect(outside(source)).toEqual([])
  })
})
