/** Where a rule comes from. A scheme's rules would stand beside the printed ones with a source of their own. */
export type RuleSource =
  /** `isOfTable`: a note inside a table speaks of that table alone. */
  | { readonly by: 'report'; readonly block: number; readonly isOfTable: boolean; readonly words: string }
  | { readonly by: 'scheme'; readonly scheme: string; readonly article: string; readonly words: string }

export interface Sourced<Rule> {
  readonly rule: Rule
  readonly source: RuleSource
}
