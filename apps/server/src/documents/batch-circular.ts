/** 通报初稿 of a batch, counted from what was kept, without what people found to be right. */
import type { CrossFinding, FindingKind } from '@jiheng/audit'
import type { BatchSummary as ShownSummary } from '@jiheng/contract'
import type { Counted } from '@jiheng/report'
import { eachFinding, judgementsOf, type OutputDocument, type Work } from '@jiheng/store'

export interface CircularSource {
  readonly counted: readonly Counted[]
  readonly crossFile: readonly CrossFinding[]
}

type CountedReport = Counted['reports'][number]

export async function circularSource(
  work: Work,
  batch: string,
  documents: readonly OutputDocument[],
  shared: ShownSummary['shared'],
): Promise<CircularSource> {
  const judgements = await judgementsOf(work, { batch })
  const found = new Map<
    string,
    { readonly report: number; readonly unit: string | null; readonly finding: CountedReport['findings'][number] }[]
  >()
  await eachFinding(work, { batch }, ({ document, finding, report, check, kind, title, severity, unitPrinted }) => {
    if (judgements.get(document)?.get(finding)?.status === 'dismissed') return
    const list = found.get(document) ?? []
    found.set(document, list)
    list.push({ report, unit: unitPrinted, finding: { check, kind: kind as FindingKind, title, severity } })
  })
  return {
    counted: documents.map((document) => countedOf(document, found.get(document.id) ?? [])),
    crossFile: shared.map(crossFinding),
  }
}

function countedOf(
  document: OutputDocument,
  found: readonly { readonly report: number; readonly unit: string | null; readonly finding: CountedReport['findings'][number] }[],
): Counted {
  const { fileName, sha256, unit, title, year, kind, state, notes, numbers, inRelations } = document
  const whole = { file: fileName, sha256, problems: [] }
  if (state !== 'done') return { ...whole, reports: [], findings: [], why: notes[0] ?? '尚未校核。' }
  const numbered = Array.from({ length: Math.max(1, document.reports) }, (_, report): CountedReport => {
    const own = found.filter((one) => one.report === report)
    const coverage = report === 0 ? { numbers, inRelations } : { numbers: 0, inRelations: 0 }
    return { unit: own[0]?.unit ?? unit, title, year, kind, coverage, findings: own.map(({ finding }) => finding) }
  })
  return { ...whole, reports: numbered, findings: found.map(({ finding }) => finding) }
}

/** Only what is said of it: whoever wants the place opens the batch. */
function crossFinding({ excerpt, documents }: ShownSummary['shared'][number]): CrossFinding {
  const [earlier, later] = documents
  const nameOf = (one: typeof earlier) => `“${one?.fileName ?? ''}”${one?.unit == null ? '' : `（${one.unit}）`}`
  return {
    id: '',
    check: 'copied-passage',
    kind: 'other',
    severity: 'info',
    title: '与其他报告有相同段落',
    message: `${nameOf(later)}与${nameOf(earlier)}有相同的段落：“${excerpt.slice(0, 60)}…”，请核对是否误用了其他单位的内容。`,
    quotes: [],
    computation: '',
    steps: [],
    expected: null,
    repair: null,
    related: [],
    confidence: 0.6,
    file: later?.fileName ?? '',
    other: { file: earlier?.fileName ?? '', report: 0, line: earlier?.line ?? 1 },
  }
}
