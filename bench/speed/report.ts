/** The speed figures as Markdown. */
import { table } from '../markdown.ts'
import type { EvaluationSpeed } from './evaluation.ts'
import { evaluationGates, type Speed, type SpeedGate, speedGates, times } from './measure.ts'

export function speedReport(speed: Speed): string {
  return [
    `Node ${speed.node}. Ratios compare measurements of one run; times are CPU time of the machine that ran it and are no promise.`,
    table(
      ['A real report', ''],
      [
        ['characters', speed.characters],
        ['reading only', `${speed.readMs.toFixed(2)} ms`],
        ['reading and auditing', `${speed.wholeMs.toFixed(2)} ms`],
        ['per 8,000 characters', `${((8000 * speed.wholeMs) / speed.characters).toFixed(2)} ms`],
        ['auditing against reading', `${((speed.wholeMs - speed.readMs) / speed.readMs).toFixed(2)} ×`],
        ['peak memory of this run', `${speed.peakMb.toFixed(0)} MB`],
      ],
    ),
    '### Growth: cost per character against that of one report',
    table(
      ['', ...times.map((n) => `${n} ×`), 'characters at 64 ×', 'reports seen'],
      speed.growth.map((g) => [g.name, ...g.ratios.map((ratio) => ratio.toFixed(2)), g.characters.at(-1) ?? 0, g.reports.join(', ')]),
    ),
    '### Reading each format, against auditing what was read',
    'The same reports of the corpus in every format (.xls, .ods and .html saved by LibreOffice; OFD: one page with a table, twenty times); CPU of one document,\nmedians of five rounds in turn. A .doc, .rtf or .odt costs one run of LibreOffice more, about two seconds.',
    table(
      ['Format', 'documents', 'MB', 'reading', 'documents a second of CPU', 'a page', 'auditing', 'auditing against reading'],
      speed.readers.map(({ format, documents, pages, megabytes, readMs, auditMs }) => [
        format,
        documents,
        megabytes.toFixed(1),
        `${readMs.toFixed(1)} ms`,
        (1000 / readMs).toFixed(0),
        pages === null ? '–' : `${((readMs * documents) / pages).toFixed(1)} ms (${pages} pages)`,
        `${auditMs.toFixed(1)} ms`,
        `${(auditMs / readMs).toFixed(2)} ×`,
      ]),
    ),
    '### Hostile texts',
    table(
      ['Text', 'a quarter', 'whole', 'growth exponent', 'peak memory', 'problems reported'],
      speed.hostile.map((h) => [
        h.name,
        inMs(h.quarterMs),
        inMs(h.wholeMs),
        h.exponent?.toFixed(2) ?? 'did not end',
        h.peakMb === null ? '–' : `${h.peakMb.toFixed(0)} MB`,
        h.problems.join(', ') || '–',
      ]),
    ),
    '### Gates',
    gateLines(speedGates(speed)),
  ].join('\n\n')
}

/** Scoring many units, as Markdown. */
export function evaluationReport(node: string, e: EvaluationSpeed): string {
  const each = (ms: number): string => `${((ms * 1e6) / e.units / e.indicators).toFixed(1)} ns`
  return [
    `Node ${node}. ${e.units.toLocaleString('en')} units × ${e.indicators} indicators of a made-up scheme, exact to the last digit; the loop by hand is written for that scheme alone and gives the same totals.`,
    table(
      ['', 'CPU', 'an indicator of a unit', 'against the loop by hand'],
      [
        ['loop by hand over typed arrays', `${e.handMs.toFixed(1)} ms`, each(e.handMs), '1.00 ×'],
        ['kernel: points, totals, grades', `${e.kernelMs.toFixed(1)} ms`, each(e.kernelMs), `${(e.kernelMs / e.handMs).toFixed(2)} ×`],
        [
          'kernel, a tenth of the 18 stated rates not applicable or missing',
          `${e.sparseMs.toFixed(1)} ms`,
          each(e.sparseMs),
          `${(e.sparseMs / e.handMs).toFixed(2)} ×`,
        ],
        ['kernel with ranks', `${e.fullMs.toFixed(1)} ms`, each(e.fullMs), '–'],
        ['another rule for 4 of 40 indicators, with ranks', `${e.simulationMs.toFixed(1)} ms`, each(e.simulationMs), '–'],
      ],
    ),
    `\`evaluate\`, which explains itself, takes ${e.evaluateMs.toFixed(2)} ms for one unit.`,
    table(
      ['From a file: read, scored, added up, ranked', 'MB', 'CPU', 'a unit'],
      e.files.map(({ units, megabytes, ms }) => [
        `${units.toLocaleString('en')} units`,
        megabytes.toFixed(1),
        `${ms.toFixed(1)} ms`,
        `${((ms * 1000) / units).toFixed(2)} µs`,
      ]),
    ),
    gateLines(evaluationGates(e)),
  ].join('\n\n')
}

const gateLines = (gates: readonly SpeedGate[]): string =>
  gates.map(({ holds, says }) => `- ${holds ? 'holds' : '**fails**'}: ${says}`).join('\n')

const inMs = (ms: number | null): string => (ms === null ? 'over 300 s' : `${ms.toFixed(0)} ms`)
