/** What `--verbose` adds: every operand not extracted, every mutant not found, everything that cried out elsewhere. */
import type { Accuracy } from './measure.ts'

export function detailLines(accuracy: Accuracy): readonly string[] {
  return [
    '',
    'Figures not extracted',
    ...accuracy.extraction.missing.map(
      ({ entry, kind, operand, read }) =>
        `  ${entry} [${kind}] line ${operand.line} ${operand.label} “${operand.text}” ${operand.unit}${read.length ? ` read as ${read.join('; ')}` : ''}`,
    ),
    '',
    'Mutants not found',
    ...accuracy.mutants.trials
      .filter((trial) => !trial.found)
      .map(
        ({ mutant }) =>
          `  ${mutant.id} ${mutant.original.text} → ${mutant.change.to} | ${around(mutant.source, mutant.changed.start)} | ${mutant.entry.computation}`,
      ),
    '',
    'New findings elsewhere',
    ...accuracy.mutants.trials.flatMap((trial) =>
      trial.elsewhere.map(
        (finding) =>
          `  ${trial.mutant.id} ${trial.mutant.original.text} → ${trial.mutant.change.to}: ${finding.check} ${finding.message} ${finding.computation}`,
      ),
    ),
  ]
}

const around = (source: string, at: number): string =>
  source
    .slice(Math.max(0, at - 20), at + 20)
    .replaceAll('\n', '⏎')
    .replaceAll('\t', '⇥')
