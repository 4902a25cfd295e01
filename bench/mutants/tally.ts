/** Trials added up: by slip, by kind of relation, by set. */
import type { Trial } from './trial.ts'

export interface MutantTally {
  readonly name: string
  readonly mutants: number
  readonly found: number
  readonly accused: number
  readonly suggests: number
  readonly suggestsRight: number
  /** Found mutants whose figure stands in two relations, and how many of those are corrected rightly. */
  readonly determined: number
  readonly determinedRight: number
  /** New errors and warnings elsewhere. */
  readonly elsewhere: number
}

export function tally(name: string, trials: readonly Trial[]): MutantTally {
  const count = (is: (trial: Trial) => boolean): number => trials.filter(is).length
  return {
    name,
    mutants: trials.length,
    found: count((trial) => trial.found),
    accused: count((trial) => trial.accused),
    suggests: count((trial) => trial.suggests),
    suggestsRight: count((trial) => trial.suggestsRight),
    determined: count((trial) => trial.found && trial.mutant.determined),
    determinedRight: count((trial) => trial.suggestsRight && trial.mutant.determined),
    elsewhere: trials.reduce((sum, trial) => sum + trial.elsewhere.length, 0),
  }
}

export function tallyBy(trials: readonly Trial[], nameOf: (trial: Trial) => string): readonly MutantTally[] {
  const names = [...new Set(trials.map(nameOf))].sort()
  return names.map((name) =>
    tally(
      name,
      trials.filter((trial) => nameOf(trial) === name),
    ),
  )
}
