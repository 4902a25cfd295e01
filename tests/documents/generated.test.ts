import { describe, expect, it } from 'vitest'
import { checksPage } from '../../scripts/documents/checks-page.mjs'
import { fillContract } from '../../scripts/documents/contract-page.mjs'
import { declarationsOf } from '../../scripts/documents/declarations.mjs'

const source = `import type { A } from './a.ts'

/** Says what it is. */
export interface Thing {
  readonly nested: {
    readonly a: string
  }
}
export type Short = 'a' | 'b'

export type Long =
  | { readonly kind: 'x' }
  | {
      readonly kind: 'y'
    }

/** Not wanted. */
export function thing(): Thing {
  return { nested: { a: '' } }
}
`

describe('declarations shown in a document', () => {
  it('are taken whole, with the comment above', () => {
    expect(declarationsOf(source, ['Thing']).text).toBe(
      '/** Says what it is. */\nexport interface Thing {\n  readonly nested: {\n    readonly a: string\n  }\n}',
    )
    expect(declarationsOf(source, ['Short', 'Long']).text).toBe(
      "export type Short = 'a' | 'b'\n\nexport type Long =\n  | { readonly kind: 'x' }\n  | {\n      readonly kind: 'y'\n    }",
    )
  })

  it('fill their place, and keep the words around it', () => {
    const page = 'before\n<!-- code: x.ts Short -->\nold\n<!-- end -->\nafter'
    const filled = "before\n<!-- code: x.ts Short -->\n```ts\nexport type Short = 'a' | 'b'\n```\n<!-- end -->\nafter"
    expect(fillContract(page, () => source)).toBe(filled)
    expect(fillContract(filled, () => source)).toBe(filled)
  })

  it('that are gone from the source are told by name', () => {
    expect(() => fillContract('<!-- code: x.ts Gone -->\n\n<!-- end -->', () => source)).toThrow('Gone')
  })
})

it('the page of checks has a line and a section for each', () => {
  const page = checksPage([
    {
      id: 'total-mismatch',
      kind: 'sum',
      severity: 'error',
      needs: ['sum'],
      wording: { title: '合计与分项之和不一致', titleEnglish: 'A total', remedy: '核对各分项', explain: '合计与各分项之和' },
      source: '预算法实施条例 5',
    },
  ])
  expect(page).toContain('| [`total-mismatch`](#total-mismatch) | 合计与分项之和不一致 | 差错 | `sum` | A total |')
  expect(page).toContain('## total-mismatch')
  expect(page).toContain('- 出处：预算法实施条例 5')
})
