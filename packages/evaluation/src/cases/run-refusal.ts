/** Runs what must be refused: the codes of every problem that is told. */
import type { Problem } from '@jiheng/vocabulary'
import { factBook } from '../facts/fact-book.ts'
import type { ItemCatalogue } from '../facts/item.ts'
import { readItems } from '../read/read-items.ts'
import { readScheme } from '../read/read-scheme.ts'
import type { CaseOutcome, RefusedCase } from './case.ts'

/** `readText`: how the program reads the text of a scheme file. */
export function runRefusal(
  refused: RefusedCase,
  items: ItemCatalogue,
  readText: (text: string) => { readonly value: unknown } | { readonly problems: readonly Problem[] },
): CaseOutcome {
  const codes = codesOf(refused, items, readText)
  const { id, label, code } = refused
  const isRefused = codes.includes(code)
  const found = codes.length === 0 ? '未发现问题' : [...new Set(codes)].join('、')
  return { id, label, scheme: null, failures: isRefused ? [] : [{ name: label, expected: code, found }] }
}

function codesOf(
  { given }: RefusedCase,
  items: ItemCatalogue,
  readText: (text: string) => { readonly value: unknown } | { readonly problems: readonly Problem[] },
): readonly string[] {
  switch (given.kind) {
    case 'items':
      return readItems(given.data, 'case').problems.map(({ code }) => code)
    case 'scheme':
      return problemsOf(given.data, items)
    case 'text': {
      const read = readText(given.text)
      return 'problems' in read ? read.problems.map(({ code }) => code) : problemsOf(read.value, items)
    }
    case 'facts': {
      const isNeverNegative = (item: string): boolean => items.get(item)?.isNeverNegative ?? false
      const { faults } = factBook(given.facts, { asOf: given.asOf, isNeverNegative })
      return [...given.codes, ...faults.map(({ code }) => `facts.${code}`)]
    }
  }
}

function problemsOf(data: unknown, items: ItemCatalogue): readonly string[] {
  const read = readScheme(data, 'case', items)
  return 'problems' in read ? read.problems.map(({ code }) => code) : []
}
