import { ingest } from '@jiheng/ingest'
import { describe, expect, test } from 'vitest'
import { audit } from '../../src/index.ts'
import { ACCOUNTS, type AccountsName, accountsReport } from './accounts-report.ts'

const NAMES = Object.keys(ACCOUNTS) as AccountsName[]

function findingsOf(text: string): string[] {
  const document = ingest(new TextEncoder().encode(text), { name: 'report.txt', sha256: '' })
  return audit(document, { asOf: null, year: null, purpose: null }).findings.map(({ check, message }) => `${check}: ${message}`)
}

describe('the nine accounts tables', () => {
  test('say nothing when all of them agree', () => expect(findingsOf(accountsReport())).toEqual([]))

  test.each(NAMES)('%s alone says nothing', (name) => expect(findingsOf(accountsReport([name]))).toEqual([]))
})
