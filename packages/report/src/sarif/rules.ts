/** Checks as rules of the log. */
import { catalogue, type Severity } from '@jiheng/audit'
import { kindWords, severityWords } from '../wording/words.ts'
import type { JsonObject } from './json.ts'

export const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' }

export const rules: readonly JsonObject[] = [
  ...catalogue.map(
    ({ id, kind, severity, wording, source }): JsonObject => ({
      id,
      name: pascal(id),
      shortDescription: { text: wording.title },
      fullDescription: { text: wording.explain },
      help: { text: `${wording.remedy}\n${wording.titleEnglish}.` },
      defaultConfiguration: { level: levels[severity] },
      properties: { kind, kindWord: kindWords[kind], severityWord: severityWords[severity], titleEnglish: wording.titleEnglish, source },
    }),
  ),
  {
    id: 'copied-passage',
    name: 'CopiedPassage',
    shortDescription: { text: '与其他报告有相同段落' },
    fullDescription: { text: '同一批报告中，不同单位的报告有多处连续相同的文字。' },
    help: { text: '请核对是否误用了其他单位的内容。\nA passage that the report of another unit has as well.' },
    defaultConfiguration: { level: levels.warning },
    properties: {
      kind: 'other',
      kindWord: kindWords.other,
      severityWord: severityWords.warning,
      titleEnglish: 'A passage that the report of another unit has as well',
    },
  },
]

const indexes = new Map(rules.map(({ id }, at) => [id, at]))

/** Undefined for a check that this version does not have; the result then names it by its id alone. */
export const ruleIndex = (check: string): number | undefined => indexes.get(check)

/** total-mismatch → TotalMismatch: the name that viewers show. */
function pascal(id: string): string {
  return id.replace(/(?:^|-)(.)/g, (_, first: string) => first.toUpperCase())
}
