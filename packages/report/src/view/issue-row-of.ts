/** A line of the 问题清单 from what was kept of a finding: the list of a large batch is written without reading its results again. */
import { excerpt } from '../list/excerpt.ts'
import type { IssueDecision, IssueRow } from '../list/issue-row.ts'
import { printable, printableLine } from '../list/printable.ts'
import { repairWords } from '../wording/words.ts'
import type { FindingView } from './finding-views.ts'

export interface KeptIssue {
  readonly view: FindingView
  readonly words: string
  readonly place: string
  readonly unit: string
  readonly file: string
  readonly decision: IssueDecision | null
}

const MOST_NAME = 120
const MOST_QUOTE = 160
const MOST_WORDS = 1000

export function issueRowOf({ view, words, place, unit, file, decision }: KeptIssue): IssueRow {
  const [accused] = view.quotes
  return {
    unit: printableLine(unit, MOST_NAME),
    file: printableLine(file, MOST_NAME),
    place: printableLine(place, MOST_NAME),
    level: view.severity,
    kind: view.kind,
    title: printableLine(view.title, MOST_NAME),
    message: printable(view.message, MOST_WORDS),
    excerpt: accused === undefined ? '' : excerpt({ text: accused.text, start: accused.from, end: accused.to, textStart: 0 }, MOST_QUOTE),
    written: words,
    expected: printableLine(view.expected ?? '', MOST_WORDS),
    advice: printable(adviceOf(view).join('；或 '), MOST_WORDS),
    computation: printable(view.computation, MOST_WORDS),
    ...(decision === null ? {} : { decision }),
  }
}

/** What was not read, or what is to be known of reading it. */
export function noteRow(unit: string, file: string, message: string, isUnread: boolean): IssueRow {
  const blank = { place: '', kind: null, excerpt: '', written: '', expected: '', advice: '', computation: '' }
  const [level, title] = isUnread ? (['unread', '未能校核'] as const) : (['reading', '读取情况'] as const)
  const [who, what] = [printableLine(unit, MOST_NAME), printableLine(file, MOST_NAME)]
  return { ...blank, unit: who, file: what, level, title, message: printable(message, MOST_WORDS) }
}

function adviceOf({ repair, expected }: FindingView): readonly string[] {
  if (repair === null || (repair.reason === repairWords.recomputed && repair.alternatives.length === 0 && expected !== null)) return []
  return [repair, ...repair.alternatives].map(({ from, to, reason }) =>
    from === '' ? `补列 ${to}（${reason}）` : `${from} 改为 ${to}（${reason}）`,
  )
}
