/** Head counts. */
import type { Concept } from '../concept.ts'

const count = (id: string, label: string, aliases: readonly string[]): Concept => ({
  id,
  label,
  kind: 'count',
  aliases,
  source: '财预〔2013〕53号',
})

export const STAFF_CONCEPTS: readonly Concept[] = [
  count('posts', '编制数', ['编制', '核定编制', '编制人数', '核定编制数', '人员编制']),
  count('staff', '实有人数', [
    '实有人员',
    '实有在职',
    '在职',
    '年末在职',
    '实有',
    '在职人数',
    '在职人员',
    '实有在编人员',
    '实有在职人员',
    '年末实有人数',
    '在编人员',
    '现有人员',
    '现有在职人员',
  ]),
  count('retired', '退休人员', ['离退休人员', '退休人数']),
]
