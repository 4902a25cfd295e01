/** Formulas of OpenDocument (`of:=SUM([.B2:.B4];[$表1.C3])`) in the notation of the others. */

/** Without the equals sign; null for other languages of formulas and for references that are lost. */
export function formulaByNames(formula: string): string | null {
  const match = /^(?:of:|oooc:)?=(.*)$/s.exec(formula)
  if (!match || formula.includes('#REF!')) return null
  return (match[1] ?? '').replace(/"(?:[^"]|"")*"|\[([^\]]*)\]|;/g, (whole, reference?: string) => {
    if (whole === ';') return ','
    return reference === undefined ? whole : reference.split(':').map(withoutPoint).join(':')
  })
}

/** `$'表 1'.B2` is '表 1'!B2, `.B2` is B2. */
function withoutPoint(reference: string): string {
  const point = reference.lastIndexOf('.')
  const sheet = reference.slice(0, point).replace(/^\$/, '')
  return sheet === '' ? reference.slice(point + 1) : `${sheet}!${reference.slice(point + 1)}`
}
