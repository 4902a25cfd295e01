/** Every scheme that is shipped, through the ways that officers take: Excel and back, YAML and back, the form of what it asks for. */
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { indicatorsOf, questionsOf, readFactTable, readScheme, readSchemeSheets, schemeData, schemeSheets } from '@jiheng/evaluation'
import { factsTemplate, readBook, schemeBook } from '@jiheng/report'
import { loadSchemes, readYaml } from '@jiheng/runner/data'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { presetFor } from '../src/facts/presets.ts'
import { checkFiles } from '../src/schemes/check-files.ts'
import { explainIndicator, indicatorsIn, showScheme } from '../src/schemes/show-scheme.ts'

const schemesFolder = fileURLToPath(new URL('../../../schemes', import.meta.url))
const loaded = loadSchemes(schemesFolder)
const { schemes, items } = loaded

describe.each([...schemes.values()].map((scheme) => [scheme.id, scheme] as const))('%s', (_id, scheme) => {
  it('goes to Excel and back without loss', async () => {
    const sheets = await readBook(await schemeBook(schemeSheets(scheme, items), scheme.label))
    const tables = sheets.map(({ name, rows }) => ({ file: 's.xlsx', sheet: name, rows }))
    expect(readSchemeSheets(tables, 's.xlsx', items)).toEqual({ scheme })
  })

  it('goes to YAML and back without loss', () => {
    const read = readYaml(stringify(schemeData(scheme), { lineWidth: 0 }), 's.yaml')
    expect('value' in read && readScheme(read.value, 's.yaml', items)).toEqual({ scheme })
  })

  it('asks in a form that is understood again', async () => {
    for (const version of scheme.versions) {
      const year = Number(version.from.slice(0, 4))
      const questions = questionsOf({ version, goals: null, items, year })
      const [sheet] = await readBook(await factsTemplate(questions, { label: scheme.label, year, unit: '219001' }))
      const rows = sheet?.rows ?? []
      // Whatever it is, it does not apply: every row is about something.
      const filled = rows.map((row, at) =>
        at < 3 ? row : row.map((cell, column) => (rows[2]?.[column] === '数值' ? '不适用' : rows[2]?.[column] === '说明' ? '试' : cell)),
      )
      const terms = { items, indicators: indicatorsOf(version, null), year, unit: null }
      const { facts, problems } = readFactTable({ file: 't.xlsx', sheet: '基础数据', rows: filled }, terms)
      expect(problems).toEqual([])
      expect(new Set(facts.map(({ fact }) => `${fact.item} ${fact.to.slice(0, 4)}`))).toEqual(
        new Set(questions.map((question) => `${question.item} ${question.year}`)),
      )
    }
  })

  it('is told in words, with every indicator', () => {
    const shown = showScheme(scheme, items)
    for (const { id } of indicatorsIn(scheme.versions.flatMap(({ tree }) => tree))) {
      expect(shown).toContain(id)
      expect(explainIndicator(scheme, id, items)).toContain(`（${id}）`)
    }
  })
})

it('every shipped scheme passes its own check', async () => {
  const files = [...loaded.files.values()].map((name) => `${schemesFolder}/${name}`)
  const checked = await checkFiles(files, loaded)
  expect(checked.flatMap(({ problems }) => problems)).toEqual([])
  expect(checked.flatMap(({ outcomes }) => outcomes.filter(({ failures }) => failures.length > 0))).toEqual([])
  expect(checked).toHaveLength(schemes.size)
})

describe('the presets that are shipped', () => {
  const names = readdirSync(new URL('../../../imports', import.meta.url)).map((name) => name.replace(/\.yaml$/, ''))

  it.each(names)('%s can be used', async (name) => {
    expect(await presetFor(name, items, { schemesFolder }, 'evaluate')).toMatchObject({ preset: { id: name } })
  })
})
