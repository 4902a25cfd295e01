/** What an indicator is computed from: figures by name, numbers, + − × ÷ and brackets. */

export type Formula =
  | { readonly kind: 'number'; readonly text: string }
  /** A figure of the year, or of the year before. */
  | { readonly kind: 'item'; readonly item: string; readonly year: 'this' | 'last' }
  | { readonly kind: 'operation'; readonly operator: Operator; readonly left: Formula; readonly right: Formula }
  | { readonly kind: 'absolute'; readonly of: Formula }

export type Operator = '+' | '-' | '*' | '/'

/** Every figure that it names, once. */
export function itemsOf(formula: Formula): readonly Extract<Formula, { kind: 'item' }>[] {
  const found = new Map<string, Extract<Formula, { kind: 'item' }>>()
  const visit = (one: Formula): void => {
    switch (one.kind) {
      case 'number':
        return
      case 'item':
        found.set(`${one.item} ${one.year}`, one)
        return
      case 'absolute':
        visit(one.of)
        return
      case 'operation':
        visit(one.left)
        visit(one.right)
    }
  }
  visit(formula)
  return [...found.values()]
}
