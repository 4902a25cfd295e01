import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AuditResult, audit, type CrossFinding, catalogue, type Finding } from '@jiheng/audit'
import { ingest, ingestText } from '@jiheng/ingest'
import { describe, expect, it } from 'vitest'
import { corpusReports } from '../../../../bench/formats/corpus.ts'
import { makeDocx } from '../../../../bench/formats/make-docx.ts'
import { makePdf } from '../../../../bench/formats/make-pdf.ts'
import { makeXlsx } from '../../../../bench/formats/make-xlsx.ts'
import { type Audited, sarifLog, sarifPieces } from '../../src/index.ts'
import { faultsOf } from './schema.ts'

interface Region {
  readonly startLine: number
  readonly startColumn?: number
  readonly endColumn?: number
  readonly charOffset?: number
  readonly charLength?: number
  readonly snippet: { readonly text: string }
}
interface Location {
  readonly physicalLocation: { readonly artifactLocation: { readonly uri: string; readonly index: number }; readonly region?: Region }
  readonly logicalLocations?: readonly { readonly name: string }[]
  readonly properties?: Readonly<Record<string, unknown>>
  readonly message?: { readonly text: string }
}
interface Replacement {
  readonly deletedRegion: { readonly charOffset: number; readonly charLength: number }
  readonly insertedContent: { readonly text: string }
}
interface Fix {
  readonly artifactChanges: readonly { readonly replacements: readonly Replacement[] }[]
}
interface Result {
  readonly ruleId: string
  readonly ruleIndex?: number
  readonly level: string
  readonly message: { readonly text: string }
  readonly locations: readonly Location[]
  readonly relatedLocations?: readonly Location[]
  readonly fixes?: readonly Fix[]
  readonly partialFingerprints: Readonly<Record<string, string>>
  readonly properties: Readonly<Record<string, unknown>>
}
interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } }
  readonly results: readonly Result[]
  readonly artifacts: readonly { readonly location: { readonly uri: string }; readonly hashes?: Record<string, string> }[]
  readonly invocations: readonly {
    readonly executionSuccessful: boolean
    readonly toolExecutionNotifications: readonly { readonly level: string; readonly message: { readonly text: string } }[]
  }[]
}

const context = { asOf: '2026-01-01', year: null, purpose: null }

function audited(text: string, name = 'report.txt'): Audited {
  const document = ingestText(new TextEncoder().encode(text), { name, sha256: 'ab12' })
  return { document, result: audit(document, context) }
}

function runOf(log: string): Run {
  const parsed = JSON.parse(log) as { readonly runs: readonly Run[] }
  expect(faultsOf(parsed)).toEqual([])
  return parsed.runs[0] as Run
}

const BODY =
  '临河县示例局\n2023年度部门整体支出绩效自评报告\n\n一、预算执行情况\n\n　　全年预算1320.50万元，\n全年执行1260.60万元，预算执行率95.64%。\n'

describe('a log of plain text', () => {
  const one = audited(BODY)
  const [result] = runOf(sarifLog([one])).results as readonly [Result]
  const [finding] = one.result.findings as readonly [Finding]

  it('has a result for each finding, with its rule, level, words and fingerprint', () => {
    expect(result.ruleId).toBe('rate-mismatch')
    expect(result.level).toBe('error')
    expect(result.message.text).toBe(finding.message)
    expect(result.partialFingerprints).toEqual({ 'jihengFinding/v1': finding.id })
    expect(result.properties).toMatchObject({ computation: finding.computation, expected: finding.expected, kind: 'ratio' })
    expect(result.properties.steps).toEqual(finding.steps.map(({ say }) => say))
    expect(result.relatedLocations?.length).toBe(finding.quotes.length - 1)
  })

  it('tells line and columns of the accused words to the character', () => {
    const region = result.locations[0]?.physicalLocation.region as Region
    expect(region.startLine).toBe(7)
    const line = BODY.split('\n')[region.startLine - 1] as string
    expect(line.slice((region.startColumn as number) - 1, (region.endColumn as number) - 1)).toBe(region.snippet.text)
    expect(BODY.substr(region.charOffset as number, region.charLength)).toBe(region.snippet.text)
    expect(region.snippet.text).toBe('95.64')
  })

  it('gives the line alone where the first character of the line is not known, and without the document', () => {
    const related = result.relatedLocations?.map(({ physicalLocation }) => physicalLocation.region as Region) ?? []
    expect(related.some(({ startLine, startColumn }) => startLine === 6 && startColumn === undefined)).toBe(true)
    const [bare] = runOf(sarifLog([one.result])).results as readonly [Result]
    expect(bare.locations[0]?.physicalLocation.region).toEqual({ startLine: 7, snippet: { text: finding.quotes[0]?.text } })
    expect(bare.fixes).toBeUndefined()
  })

  it('proposes a replacement that makes the finding go away', () => {
    const [change] = result.fixes?.[0]?.artifactChanges[0]?.replacements ?? []
    expect(change).toBeDefined()
    const { charOffset, charLength } = change?.deletedRegion ?? { charOffset: 0, charLength: 0 }
    const mended = BODY.slice(0, charOffset) + change?.insertedContent.text + BODY.slice(charOffset + charLength)
    expect(mended).toBe(BODY.replace('95.64%', '95.46%'))
    expect(audited(mended).result.findings).toEqual([])
  })

  it('counts lines and characters as an editor does behind a mark of byte order and with other line ends', () => {
    const [other] = runOf(sarifLog([audited(`\ufeff${BODY.replaceAll('\n', '\r\n')}`)])).results as readonly [Result]
    const region = other.locations[0]?.physicalLocation.region as Region
    expect(region.startLine).toBe(7)
    expect(BODY.replaceAll('\n', '\r\n').substr(region.charOffset as number, region.charLength)).toBe('95.64')
  })

  it('proposes nothing where the words stand twice in the clause or were read with loss', () => {
    const bytes = new Uint8Array([...new TextEncoder().encode(BODY), 0xff, 0xe5, 0x0a])
    const document = ingestText(bytes, { name: 'a.txt', sha256: '' })
    expect(document.problems.length).toBe(1)
    const { results } = runOf(sarifLog([{ document, result: audit(document, context) }]))
    expect(results.length).toBe(1)
    expect(results[0]?.fixes).toBeUndefined()
    expect(results[0]?.locations[0]?.physicalLocation.region?.startColumn).toBeUndefined()
  })
})

it('every sample report gives a valid log; its regions quote the file and its replacements change what they say', () => {
  let fixes = 0
  for (const [name, document] of corpusReports()) {
    const result = audit(document, context)
    const run = runOf(sarifLog([{ document, result }]))
    expect(run.results.length, name).toBe(result.findings.length)
    const text = textOf(document)
    for (const one of run.results) {
      for (const { physicalLocation } of [...one.locations, ...(one.relatedLocations ?? [])]) {
        const { charOffset, charLength, snippet } = physicalLocation.region as Region
        if (charOffset !== undefined) expect(text(charOffset, charLength ?? 0)).toBe(snippet.text)
      }
      for (const fix of one.fixes ?? []) {
        fixes++
        const [change] = fix.artifactChanges.flatMap(({ replacements }) => replacements) as [Replacement]
        const ways = result.findings.flatMap(({ repair }) => (repair === null ? [] : [repair, ...(repair.alternatives ?? [])]))
        const from = text(change.deletedRegion.charOffset, change.deletedRegion.charLength)
        expect(ways.some((way) => way.from === from && way.to === change.insertedContent.text)).toBe(true)
      }
    }
  }
  expect(fixes).toBeGreaterThan(20)
})

/** The stretch of the file, put together from its blocks. */
function textOf({ reports }: Audited['document']): (offset: number, length: number) => string {
  const blocks = reports.flatMap((report) => report.blocks)
  return (offset, length) => {
    const block = blocks.find(({ at }) => at.start <= offset && offset + length <= at.start + at.original.length)
    return block?.at.original.slice(offset - block.at.start, offset - block.at.start + length) ?? ''
  }
}

it('in Word, spreadsheets and pages places are told in words, with the box on the page', async () => {
  const { document } = audited(readFileSync(join(import.meta.dirname, '../../../../docs/example.txt'), 'utf8'))
  const files = { 'a.docx': await makeDocx(document), 'a.xlsx': await makeXlsx(document), 'a.pdf': makePdf(document) }
  const results: AuditResult[] = []
  for (const [name, bytes] of Object.entries(files)) results.push(audit(await ingest(bytes, { name, sha256: '' }), context))
  const run = runOf(sarifLog(results))
  expect(run.results.length).toBe(6)
  const locations = [0, 2, 4].map((at) => run.results[at]?.locations[0] as Location)
  expect(locations.map(({ physicalLocation }) => physicalLocation.region)).toEqual([undefined, undefined, undefined])
  const places = locations.map(({ logicalLocations }) => logicalLocations?.[0]?.name ?? '')
  expect(places[0]).toContain('之下')
  expect(places[1]).toContain('工作表')
  expect(places[2]).toContain('第1页')
  expect(locations[2]?.properties?.box).toHaveLength(4)
  expect(locations[1]?.properties?.cell).toMatch(/!A\d/)
})

it('every rule of the catalogue is there, and results point at theirs', () => {
  const run = runOf(sarifLog([audited(BODY)]))
  const ids = run.tool.driver.rules.map(({ id }) => id)
  expect(ids).toEqual([...catalogue.map(({ id }) => id), 'copied-passage'])
  for (const { ruleId, ruleIndex } of run.results) expect(ids[ruleIndex as number]).toBe(ruleId)
})

it('a check that this version does not know is named by its id', () => {
  const { result } = audited(BODY)
  const old = { ...result, findings: result.findings.map((finding) => ({ ...finding, check: 'gone-since' })) }
  const [one] = runOf(sarifLog([old])).results
  expect(one?.ruleId).toBe('gone-since')
  expect(one?.ruleIndex).toBeUndefined()
})

describe('trouble with files', () => {
  const empty = ingestText(new Uint8Array(0), { name: '包.zip/空.txt', sha256: 'e3' })

  it('is told in the notifications, and a file that was not read is no success', () => {
    const run = runOf(sarifLog([audited(BODY), audit(empty, context)]))
    expect(run.invocations[0]?.executionSuccessful).toBe(false)
    expect(run.invocations[0]?.toolExecutionNotifications[0]).toMatchObject({ level: 'error' })
    expect(run.invocations[0]?.toolExecutionNotifications[0]?.message.text).toContain('0 字节')
    expect(runOf(sarifLog([audited(BODY)])).invocations[0]?.executionSuccessful).toBe(true)
  })

  it('a log of nothing is a valid log', () => {
    const run = runOf(sarifLog([]))
    expect([run.results, run.artifacts]).toEqual([[], []])
  })
})

it('findings between two reports name both files', () => {
  const [a, b] = [audited(BODY, '甲/a.txt').result, audited(BODY, '乙/b.txt').result]
  const found: CrossFinding = {
    ...(a.findings[0] as Finding),
    check: 'copied-passage',
    file: '乙/b.txt',
    other: { file: '甲/a.txt', report: 0, line: 6 },
  }
  const run = runOf(sarifLog([a, b], { crossFile: () => [found] }))
  const cross = run.results.at(-1) as Result
  expect(cross.locations[0]?.physicalLocation.artifactLocation.index).toBe(1)
  expect(cross.relatedLocations?.[0]?.physicalLocation).toMatchObject({ artifactLocation: { index: 0 }, region: { startLine: 6 } })
})

describe('written in pieces', () => {
  it('it is the same log', async () => {
    const results = [audited(BODY, 'a.txt'), audited(BODY, 'b.txt').result, audited('', 'c.txt')]
    const pieces: string[] = []
    for await (const piece of sarifPieces(results)) pieces.push(piece)
    expect(pieces.length).toBeGreaterThan(4)
    expect(pieces.join('')).toBe(sarifLog(results))
  })

  it('a result is out before the next one is asked for', async () => {
    let asked = 0
    async function* results() {
      for (; asked < 1000; asked++) yield audited(BODY).result
    }
    let seen = 0
    for await (const piece of sarifPieces(results())) {
      if (piece.includes('ruleId')) seen++
      if (seen === 3) break
    }
    expect(asked).toBeLessThan(4)
  })
})

it('hostile names and words stay text', () => {
  const evil = '</script>\u202e[点击](http://x.invalid)\ud800\u0000{0}'
  const { result } = audited(BODY)
  const findings = result.findings.map((finding) => ({ ...finding, message: evil, title: evil }))
  const log = sarifLog([{ ...result, file: `../${evil}/a b#?.txt`, findings }])
  expect(log).not.toContain('\u202e')
  const run = runOf(log)
  expect(run.results[0]?.message.text).not.toContain('](')
  const uri = run.artifacts[0]?.location.uri ?? ''
  expect(uri).toMatch(/^\.\.(?:\/[\w%.!'()*~-]*)+\/a%20b%23%3F\.txt$/)
  expect(decodeURIComponent(uri)).toContain('[点击]')
})
