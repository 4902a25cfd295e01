import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { loadSchemes } from '../../src/data/load-schemes.ts'
import { mostYamlBytes, readYaml } from '../../src/data/read-yaml.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'schemes-'))
  folders.push(folder)
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}

const items = 'items:\n  - { item: executed, label: 全年执行数, unit: wan-yuan }\n  - { item: budget, label: 全年预算数, unit: wan-yuan }\n'
const scheme = (id: string) => `scheme: ${id}
label: 样例
versions:
  - from: "2022-01-01"
    source: { document: 样例 }
    tree: [{ indicator: rate, label: 预算执行率, weight: "100", formula: executed / budget, target: ">= 100" }]
`
const cases = `cases:
  - case: half
    label: 执行一半
    scheme: sample
    facts: { 全年执行数: 50 万元, 全年预算数: 100 万元 }
    expect: { total: "50" }
`
const problems = (files: Readonly<Record<string, string>>) =>
  loadSchemes(folderWith(files)).problems.map(({ code, at }) => `${code} ${at.join('/')}`)

describe('a folder of schemes', () => {
  test('is read whole, whatever the names and the order of its files', () => {
    const loaded = loadSchemes(folderWith({ 'a/cases.yml': cases, 'b/scheme.yaml': scheme('sample'), 'z.yaml': items, 'README.md': 'x' }))
    expect(loaded.problems).toEqual([])
    expect([...loaded.schemes.keys()]).toEqual(['sample'])
    expect(loaded.files.get('sample')).toBe('b/scheme.yaml')
    expect(loaded.cases.map(({ id }) => id)).toEqual(['half'])
    expect(loaded.items.size).toBe(2)
  })

  test('several folders are one', () => {
    const general = folderWith({ 'items.yaml': items })
    const own = folderWith({ 'own.yaml': scheme('own') })
    expect(loadSchemes(general, own)).toMatchObject({ problems: [] })
    expect([...loadSchemes(general, own).schemes.keys()]).toEqual(['own'])
  })

  test('what is wrong is told with the file; the others are read', () => {
    const files = { 'items.yaml': items, 'bad.yaml': scheme('bad').replace('"100", formula', '"90", formula'), 'good.yaml': scheme('good') }
    expect(problems(files)).toEqual(['scheme.weights-not-full bad.yaml/versions/0/tree'])
    expect([...loadSchemes(folderWith(files)).schemes.keys()]).toEqual(['good'])
  })

  test('two schemes of one name, a file of no kind, a case of no scheme', () => {
    expect(problems({ 'i.yaml': items, 'a.yaml': scheme('same'), 'b.yaml': scheme('same') })).toEqual(['scheme.duplicate b.yaml/scheme'])
    expect(problems({ 'a.yaml': 'hello: 1' })).toHaveLength(1)
    expect(problems({ 'i.yaml': items, 'c.yaml': cases })).toEqual(['scheme.bad-value c.yaml/cases/0/scheme'])
  })

  test('files of Notepad are read: with a mark, in UTF-16, in GB 18030; a picture is not', () => {
    const gb = Buffer.from([0xd1, 0xf9, 0xc0, 0xfd])
    const [before = '', after = ''] = scheme('gb').split('样例', 2)
    const rest = scheme('gb')
      .slice(before.length + 2 + after.length)
      .replaceAll('样例', 'x')
    const folder = folderWith({ 'items.yaml': `\ufeff${items}` })
    writeFileSync(
      join(folder, 'gb.yaml'),
      Buffer.concat([Buffer.from(before), gb, Buffer.from(`${after.replace('预算执行率', 'x')}${rest.replace('预算执行率', 'x')}`)]),
    )
    writeFileSync(join(folder, 'wide.yaml'), Buffer.from(`\ufeff${scheme('wide')}`, 'utf16le'))
    expect(loadSchemes(folder)).toMatchObject({ problems: [] })
    expect(loadSchemes(folder).schemes.get('gb')?.label).toBe('样例')
    expect([...loadSchemes(folder).schemes.keys()]).toEqual(['gb', 'wide'])
    writeFileSync(join(folder, 'picture.yaml'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]))
    expect(loadSchemes(folder).problems).toEqual([{ code: 'file.binary', at: ['picture.yaml'], details: {} }])
  })

  test('a file that is too large is not read; a folder that is not there is told', () => {
    expect(problems({ 'big.yaml': `# ${'x'.repeat(mostYamlBytes)}` })).toEqual(['file.too-large big.yaml'])
    expect(loadSchemes('/no/such/folder').problems.map(({ code }) => code)).toEqual(['file.not-found'])
  })
})

describe('YAML from outside', () => {
  const reason = (text: string) => {
    const read = readYaml(text, 'x')
    return 'problems' in read ? read.problems.map(({ details }) => `${details.line} ${details.reason}`)[0] : 'read'
  }

  test.each([
    ['a key twice', 'a: 1\nb: 2\na: 3', '3 duplicate-key'],
    ['references', 'a: &a [x]\nb: *a', '2 alias'],
    ['a tag', 'a: !!js/function x', '1 tag'],
    ['several documents', 'a: 1\n---\nb: 2', '2 several-documents'],
    ['a tab', 'a:\n\tb: 1', '2 indentation'],
    ['ten thousand brackets', '['.repeat(10_000), '1 too-deep'],
    ['ten thousand mappings', '{a: '.repeat(10_000), '1 too-deep'],
    ['ten thousand lists', `${'- '.repeat(10_000)}a`, '1 too-deep'],
  ])('%s is told with its line', (_name, text, expected) => expect(reason(text)).toBe(expected))

  test('words stay words: yes, dates and long numbers in quotes', () => {
    expect(readYaml('a: yes\nb: 2023-01-01\nc: "0.10"\nd: 10.5', 'x')).toEqual({ value: { a: 'yes', b: '2023-01-01', c: '0.10', d: 10.5 } })
  })

  test('a name of the language is a name', () => {
    const read = readYaml('__proto__: { polluted: 1 }', 'x')
    expect('value' in read && Object.hasOwn(read.value as object, '__proto__')).toBe(true)
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })
})
