/** What the scoring reads of a finding; every engine that hands over this much can be scored. */

export interface ScoredFinding {
  readonly kind?: string | null
  readonly severity?: string | null
  readonly quotes?: readonly (string | { readonly text?: string })[] | null
  readonly message?: string
  readonly computation?: string
  readonly expected?: string | null
}

/** What the scoring reads of a label. */
export interface ScoredEntry {
  readonly id: string
  readonly kind: string
  readonly verdict: string
  readonly quotes: readonly string[]
  readonly alt_quotes?: readonly string[]
  readonly core?: readonly number[]
  readonly alt_core?: readonly number[]
  readonly also_kinds?: readonly string[]
  readonly line?: number
  readonly computation?: string
  readonly explanation?: string
  readonly severity?: string
  readonly expected_value?: string | null
  readonly root?: string
}

export const textsOf = (finding: ScoredFinding): readonly string[] =>
  (finding.quotes ?? []).map((quote) => (typeof quote === 'string' ? quote : (quote.text ?? '')))
