/** SARIF 2.1.0 (OASIS): results for programs that show findings of many tools. Written piece by piece; of each file only its line is kept. */
import { type AuditResult, type CrossFinding, ENGINE_VERSION } from '@jiheng/audit'
import type { SourceDocument } from '@jiheng/ingest'
import type { Audited } from '../audited.ts'
import { coverageLine } from '../wording/coverage.ts'
import { isFileProblem, sayFileProblem } from '../wording/problems.ts'
import { standardInput } from '../wording/words.ts'
import { artifactUri, type Separator } from './artifact-uri.ts'
import { type Json, type JsonObject, plain, written } from './json.ts'
import { type Artifact, artifactLocation } from './locations.ts'
import { crossResultOf, resultOf } from './results.ts'
import { rules } from './rules.ts'

/** With its document a result has columns and replacements where the file is plain text. */
export type SarifInput = AuditResult | Audited

export interface SarifOptions {
  /** Of the file names in the results. */
  readonly separator?: Separator
  /** Asked for when all results are through. */
  readonly crossFile?: () => readonly CrossFinding[]
}

/** The whole log as one text. */
export function sarifLog(results: Iterable<SarifInput>, options: SarifOptions = {}): string {
  const log = new LogWriter(options)
  let text = log.head()
  for (const result of results) for (const piece of log.take(result)) text += piece
  for (const piece of log.end()) text += piece
  return text
}

/** The same text in pieces, for batches that are not held. */
export async function* sarifPieces(
  results: AsyncIterable<SarifInput> | Iterable<SarifInput>,
  options: SarifOptions = {},
): AsyncGenerator<string> {
  const log = new LogWriter(options)
  yield log.head()
  for await (const result of results) yield* log.take(result)
  yield* log.end()
}

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

class LogWriter {
  readonly #options: SarifOptions
  readonly #artifacts: string[] = []
  readonly #notifications: string[] = []
  readonly #indexes = new Map<string, number>()
  #isFirst = true
  #isWhole = true

  constructor(options: SarifOptions) {
    this.#options = options
  }

  head(): string {
    const driver = {
      name: '绩衡 jiheng',
      version: ENGINE_VERSION,
      semanticVersion: ENGINE_VERSION,
      language: 'zh-CN',
      shortDescription: { text: '预算绩效报告校核' },
      rules,
    }
    const run = [
      `"tool":${written({ driver })}`,
      '"language":"zh-CN"',
      '"columnKind":"utf16CodeUnits"',
      `"newlineSequences":${written(['\r\n', '\n', '\r'])}`,
    ]
    return `{"$schema":${written(SCHEMA)},"version":"2.1.0","runs":[{\n${run.join(',\n')},\n"results":[`
  }

  *take(input: SarifInput): Generator<string> {
    const { result, document } = 'result' in input ? input : { result: input, document: null }
    const artifact = this.#enter(result, document)
    for (const finding of result.findings) yield this.#line(resultOf(finding, artifact))
  }

  *end(): Generator<string> {
    for (const finding of this.#options.crossFile?.() ?? []) {
      yield this.#line(crossResultOf(finding, this.#artifactOf(finding.file), this.#artifactOf(finding.other.file)))
    }
    yield `\n],\n"artifacts":[${this.#artifacts.map((line) => `\n${line}`).join(',')}\n]`
    const notifications = this.#notifications.map((line) => `\n${line}`).join(',')
    yield `,\n"invocations":[{"executionSuccessful":${this.#isWhole},"toolExecutionNotifications":[${notifications}\n]}]\n}]}\n`
  }

  #line(result: JsonObject): string {
    const before = this.#isFirst ? '\n' : ',\n'
    this.#isFirst = false
    return before + written(result)
  }

  #enter(result: AuditResult, document: SourceDocument | null): Artifact {
    const artifact: Artifact = { uri: this.#uriOf(result.file), index: this.#artifacts.length, document }
    if (!this.#indexes.has(result.file)) this.#indexes.set(result.file, artifact.index)
    this.#artifacts.push(written(artifactOf(result, artifact)))
    const isUnread = result.reports.length === 0
    if (isUnread) this.#isWhole = false
    for (const problem of result.problems) {
      this.#notifications.push(
        written({
          descriptor: { id: problem.code },
          level: isUnread ? 'error' : 'warning',
          message: plain(isFileProblem(problem) ? sayFileProblem(problem) : problem.code),
          locations: [{ physicalLocation: { artifactLocation: artifactLocation(artifact) } }],
        }),
      )
    }
    return artifact
  }

  #artifactOf(file: string): Artifact {
    return { uri: this.#uriOf(file), index: this.#indexes.get(file) ?? -1, document: null }
  }

  #uriOf(file: string): string {
    return artifactUri(file, this.#options.separator)
  }
}

/** What was looked at stands with the file: no result is not the same as nothing wrong. */
function artifactOf({ file, sha256, engine, catalogue, context, reports }: AuditResult, { uri, index }: Artifact): JsonObject {
  const isStream = file === '-'
  return {
    location: { uri, index, ...(isStream ? { description: { text: standardInput } } : {}) },
    roles: isStream ? ['analysisTarget', 'standardStream'] : ['analysisTarget'],
    ...(sha256 === '' ? {} : { hashes: { 'sha-256': sha256 } }),
    properties: {
      engine,
      catalogue,
      context: { asOf: context.asOf, year: context.year, purpose: context.purpose },
      reports: reports.map(
        ({ unit, title, year, kind, coverage }): Json => ({
          unit,
          title,
          year,
          kind,
          numbers: coverage.numbers,
          inRelations: coverage.inRelations,
          coverage: coverageLine(coverage),
        }),
      ),
    },
  }
}
