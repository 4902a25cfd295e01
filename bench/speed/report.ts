/** The speed figures as Markdown. */
import { table } from '../markdown.ts'
import { type Speed, speedGates, times } from './measure.ts'

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
    speedGates(speed)
      .map((gate) => `- ${gate.holds ? 'holds' : '**fails**'}: ${gate.says}`)
      .join('\n'),
  ].join('\n\n')
}

const inMs = (ms: number | null): string => (ms === null ? 'over 300 s' : `${ms.toFixed(0)} ms`)
