/** The figures of a run as Markdown. */
import { table } from '../markdown.ts'
import { limitsFor, type ReaderFigures, type Trouble } from './run.ts'

export function fuzzReport(readers: readonly ReaderFigures[]): string {
  const { timeoutMs, memoryMb } = limitsFor('docx')
  return [
    `Node ${process.version}. Limits of a child: ${timeoutMs / 1000} s a file, ${memoryMb} MB with all that it holds. Every file is read and audited.`,
    table(
      [
        'Reader',
        'seed',
        'files',
        'read',
        'refused with a code',
        'stopped: time',
        'stopped: memory',
        'crashed',
        'faults',
        'mean',
        'slowest',
        'peak memory',
      ],
      readers.map((one) => [
        one.reader,
        one.seed,
        one.files,
        one.read,
        one.refused,
        count(one, 'stopped: time'),
        count(one, 'stopped: memory'),
        count(one, 'crashed'),
        count(one, 'fault'),
        `${one.meanMs.toFixed(1)} ms`,
        `${one.slowestMs.toFixed(0)} ms`,
        `${one.peakMb.toFixed(0)} MB`,
      ]),
    ),
    '### What was said of the files',
    table(
      ['Reader', 'problem codes'],
      readers.map(({ reader, codes }) => [reader, said(codes)]),
    ),
    ...listed(readers),
  ].join('\n\n')
}

const count = ({ troubles }: ReaderFigures, kind: Trouble['kind']): number => troubles.filter((one) => one.kind === kind).length

const said = (codes: Readonly<Record<string, number>>): string =>
  Object.entries(codes)
    .sort((a, b) => b[1] - a[1])
    .map(([code, times]) => `${code} ${times}`)
    .join(', ') || '–'

function listed(readers: readonly ReaderFigures[]): string[] {
  const lines = readers.flatMap(({ reader, troubles }) =>
    troubles.map(
      ({ number, kind, says }) => `- ${reader} ${number}: ${kind}${kind === 'fault' || kind === 'slow' ? `, ${says.split('\n')[0]}` : ''}`,
    ),
  )
  return lines.length > 0 ? ['### Stopped, crashed, faulty or slower than three seconds', lines.join('\n')] : []
}
