/** Lines of the 问题清单 from what was kept, with what people decided. */
import type { FindingStatus } from '@jiheng/contract'
import { type FindingView, type IssueDecision, type IssueRow, issueRowOf, noteRow } from '@jiheng/report'
import { eachFinding, type Judgement, judgementsOf, type OutputDocument, type Work } from '@jiheng/store'

const answers: Readonly<Record<FindingStatus, string>> = {
  open: '',
  returned: '退回修改',
  dismissed: '核实无误',
  asked: '已询问单位',
  answered: '单位已答复',
}

/** `keepsDismissed`: a bureau's own list shows them with the reason; what goes to a unit does not. */
export async function issueLines(
  work: Work,
  documents: readonly OutputDocument[],
  of: { readonly batch: string } | { readonly document: string },
  keepsDismissed: boolean,
): Promise<readonly IssueRow[]> {
  const known = new Map(documents.map((document) => [document.id, document]))
  const judgements = await judgementsOf(work, of)
  const rows = new Map<string, IssueRow[]>(documents.map(({ id }) => [id, []]))
  await eachFinding(work, of, ({ document, finding, content, words, place, unitPrinted }) => {
    const from = known.get(document)
    const judgement = judgements.get(document)?.get(finding)
    if (from === undefined || (judgement?.status === 'dismissed' && !keepsDismissed)) return
    const unit = unitPrinted ?? from.unit ?? from.fileName
    const row = issueRowOf({ view: content as FindingView, words, place, unit, file: from.fileName, decision: decisionOf(judgement) })
    rows.get(document)?.push(row)
  })
  return documents.flatMap((document) => [...(rows.get(document.id) ?? []), ...notesOf(document)])
}

const decisionOf = (judgement: Judgement | undefined): IssueDecision | null =>
  judgement === undefined || judgement.status === 'open'
    ? null
    : { answer: answers[judgement.status], reason: judgement.reason, by: judgement.by }

function notesOf({ unit, fileName, notes, state }: OutputDocument): readonly IssueRow[] {
  const isUnread = state === 'unread' || state === 'failed'
  return notes.map((note) => noteRow(unit ?? fileName, fileName, note, isUnread))
}
