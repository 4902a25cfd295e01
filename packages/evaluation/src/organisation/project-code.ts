/** 项目代码: 21 characters, six of the region, two of the year, the class and twelve of a running number. */

export interface ProjectCode {
  readonly text: string
  readonly region: string
  readonly year: number
  readonly class: ProjectClass
  readonly serial: string
}

/** 人员类 R, 运转类 Y, 特定目标类 T. */
export type ProjectClass = 'personnel' | 'operating' | 'specific'

const CLASSES: Readonly<Record<string, ProjectClass>> = { R: 'personnel', Y: 'operating', T: 'specific' }
const SHAPE = /^(\d{6})(\d{2})([RYT])(\d{12})$/

export type ReadProjectCode = { readonly code: ProjectCode } | { readonly fault: 'length' | 'class' | 'digits'; readonly text: string }

/** Blanks, full-width characters and a small letter are put right; nothing else is guessed. A "code-name" cell gives its code. */
export function readProjectCode(given: string): ReadProjectCode {
  const tidy = given.slice(0, 400).normalize('NFKC').replace(/\s+/g, '').toUpperCase()
  const text = /^([0-9A-Z]{21})[-_－—]/.exec(tidy)?.[1] ?? tidy
  const [, region, year, letter, serial] = SHAPE.exec(text) ?? []
  if (region !== undefined && year !== undefined && letter !== undefined && serial !== undefined) {
    const kind = CLASSES[letter]
    if (kind !== undefined) return { code: { text, region, year: 2000 + Number(year), class: kind, serial } }
  }
  if (text.length !== 21) return { fault: 'length', text: text.slice(0, 60) }
  return { fault: CLASSES[text[8] ?? ''] === undefined ? 'class' : 'digits', text }
}
