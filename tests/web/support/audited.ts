/** A made-up document with its findings, as the server tells of it, of any length. */
import type { Batch, BatchSummary, DocumentDetail, DocumentItem, DocumentView, Finding, FindingItem } from '@jiheng/contract'
import type { Answers } from '../visit.ts'
import { answer } from './answer.ts'
import { education, id, organisations, signedInWith } from './county.ts'

const at = '2026-03-02T01:20:00.000Z'
const by = { id: id(31), name: '张审核' }
const counts = { error: 1, warning: 1, info: 1, open: 3 }

export const batch: Batch = {
  id: id(900),
  title: '2025年度示例批次',
  purpose: 'review',
  organisation: { id: education.id, name: education.name },
  year: 2025,
  scheme: 'auto',
  state: 'done',
  files: { waiting: 0, running: 0, done: 3, unread: 0, failed: 0, cancelled: 0 },
  findings: counts,
  units: 1,
  createdAt: at,
  createdBy: by,
  finishedAt: at,
  version: 0,
}

export const item = (number: number, rest: Partial<DocumentItem> = {}): DocumentItem => ({
  id: id(number),
  batch: batch.id,
  organisation: { id: education.id, name: education.name },
  unitPrinted: education.name,
  title: `示例报告${number}`,
  year: 2025,
  kind: 'department',
  reports: 1,
  fileName: `报告${number}.docx`,
  folder: '',
  format: 'docx',
  bytes: 20_000,
  sha256: 'a'.repeat(64),
  state: 'done',
  stage: 'submitted',
  review: 'waiting',
  findings: counts,
  notes: [],
  receivedAt: at,
  submittedAt: at,
  statement: null,
  replaces: null,
  replacedBy: null,
  version: 0,
  ...rest,
})

export const detail = (rest: Partial<DocumentDetail> = {}): DocumentDetail => ({
  ...item(801),
  reviews: [],
  others: [],
  audit: { at, engine: '0.1.0', catalogue: '1', schemes: [], seconds: 1 },
  coverage: { numbers: 40, inClaims: 30, inRelations: 20, pass: 18, fail: 1, cannotTell: 1 },
  untold: [{ title: '比率与所列数据不符', missing: '口径不明', line: 3 }],
  may: ['return', 'pass', 'assign', 'audit-again', 'dismiss', 'return-finding', 'ask', 'comment', 'make-outputs'],
  ...rest,
})

const severities = ['error', 'warning', 'info'] as const

export const finding = (number: number, rest: Partial<Finding> = {}): Finding => ({
  id: `finding-${number}`,
  number,
  report: 0,
  check: 'rate-mismatch',
  kind: 'ratio',
  kindWords: '比率',
  severity: severities[(number - 1) % severities.length] as Finding['severity'],
  title: `问题名称${number}`,
  message: `占比写为 ${number}.53%，按所列数据计算为 ${number}.35%，请核对。`,
  computation: '',
  steps: ['取数：基本支出 214.62万元', '重新计算'],
  citation: '示例文件第三条',
  expected: `${number}.35%`,
  repair: { from: `${number}.53%`, to: `${number}.35%`, reason: '相邻数字颠倒', alternatives: [] },
  quotes: [
    {
      text: `占总支出的${number}.53%。`,
      from: 5,
      to: 10,
      mark: `${number}.0`,
      place: `第${number}行`,
      line: number,
      page: null,
      cell: null,
    },
  ],
  related: [],
  status: 'open',
  decisions: [],
  comments: 0,
  version: 0,
  ...rest,
})

/** A heading, a table, and paragraphs; every `each`th paragraph is marked by the next finding, as long as there are any. */
export function view(paragraphs: number, findings: readonly Finding[], each = 1): DocumentView {
  const blocks: DocumentView['reports'][number]['blocks'] = [
    { kind: 'heading', id: 'b0', level: 1, text: [{ text: '一、单位概况' }] },
    {
      kind: 'table',
      id: 'b1',
      headerRows: 1,
      rows: [
        [{ text: [{ text: '项目' }], rowSpan: 1, colSpan: 1 }, { text: [{ text: '金额' }], rowSpan: 1, colSpan: 2 }, null],
        [
          { text: [{ text: '基本支出' }], rowSpan: 1, colSpan: 1 },
          { text: [{ text: '214.62' }], rowSpan: 1, colSpan: 1 },
          { text: [{ text: '万元' }], rowSpan: 1, colSpan: 1 },
        ],
      ],
    },
  ]
  for (let index = 0; index < paragraphs; index++) {
    const marked = index % each === 0 ? findings[index / each] : undefined
    const text = `第${index + 1}段：基本支出占总支出的`
    const rest = '，其余说明文字若干，用来占去一行多一点的地方，好像真的报告一样。'
    blocks.push({
      kind: 'paragraph',
      id: `p${index}`,
      text:
        marked === undefined
          ? [{ text: text + rest }]
          : [{ text }, { text: `${marked.number}.53%`, marks: [`${marked.number}.0`] }, { text: rest }],
    })
  }
  return {
    kind: 'flow',
    reports: [{ unit: education.name, title: '示例报告', blocks }],
    pages: [],
    marks: findings.map(({ id, number, severity }) => ({
      id: `${number}.0`,
      finding: id,
      number,
      severity,
      isAccused: true,
      page: null,
      boxes: [],
    })),
  }
}

export const summary: BatchSummary = {
  byUnit: [{ name: education.name, id: education.id, ...counts, documents: 3 }],
  byKind: [{ name: '比率', id: 'ratio', ...counts, documents: 3 }],
  byCheck: [{ name: '比率与所列数据不符', id: 'rate-mismatch', ...counts, documents: 3 }],
  byStatus: { open: 2, dismissed: 1 },
  recurring: [{ check: 'rate-mismatch', title: '比率与所列数据不符', documents: 3, findings: 5, example: '占比写为 25.53%' }],
  shared: [
    {
      excerpt: '为进一步提高财政资金使用效益',
      documents: [
        { id: id(801), unit: education.name, fileName: '报告801.docx', line: 3 },
        { id: id(802), unit: null, fileName: '报告802.docx', line: null },
      ],
    },
  ],
  unread: [{ id: id(803), fileName: '扫描件.pdf', why: '没有可校核的文字' }],
  missing: [{ id: id(202), name: '示例县卫生健康局' }],
}

export const listed = (number: number): FindingItem => {
  const { id: finding_, severity, title, message, check, kind, kindWords, expected } = finding(number)
  return {
    id: finding_,
    document: { id: id(801), title: '示例报告801', fileName: '报告801.docx' },
    batch: batch.id,
    unit: education.name,
    year: 2025,
    number,
    check,
    kind,
    kindWords,
    severity,
    title,
    message,
    words: `${number}.53%`,
    place: `第${number}行`,
    expected,
    status: 'open',
    decidedBy: null,
  }
}

/** Everything that the pages of one batch and one of its documents ask for. */
export function audited(findings: readonly Finding[], { paragraphs = 30, each = 1, document = detail() } = {}): Answers {
  const inDocument = { document: document.id }
  const inBatch = { batch: batch.id }
  return {
    ...signedInWith(),
    ...answer('organisations.list', { year: 2025, items: [...organisations] }),
    ...answer('batches.list', { items: [batch], next: null }),
    ...answer('batches.get', batch, inBatch),
    ...answer('batches.summary', summary, inBatch),
    ...answer('schemes.list', { items: [] }),
    ...answer('documents.list', { items: [document, item(802), item(803, { state: 'unread', organisation: null })], next: null }),
    ...answer('documents.get', document, inDocument),
    ...answer('documents.view', view(paragraphs, findings, each), inDocument),
    ...answer('documents.findings', { items: [...findings] }, inDocument),
    ...answer('comments.list', { items: [] }, inDocument),
    ...answer('findings.list', { items: [listed(1), listed(2)], next: null }),
  }
}
