/** Documents: listed, shown with their marks, saved. */
import { type DocumentView, type documentRoutes, Refusal } from '@jiheng/contract'
import { documentView } from '@jiheng/report'
import { byViewer, findingsOf, getDocument, keptDocument, listDocuments, record } from '@jiheng/store'
import { auditedFrom } from '../documents/audited-from.ts'
import { mediaTypeOf } from '../documents/media-types.ts'
import { endpoint, type Handlers } from '../http/endpoint.ts'

export const documentHandlers = {
  'documents.list': endpoint('documents.list', { run: ({ work, query }) => listDocuments(work, query) }),
  'documents.get': endpoint('documents.get', { run: ({ work, params }) => getDocument(work, params.document) }),
  'documents.view': endpoint<'documents.view', DocumentView>('documents.view', {
    // Read and laid out before the transaction: a long document must not hold the database.
    prepare: async ({ asked, container, transact }) => {
      const kept = await transact(async (_ground, work) => work && keptDocument(work, asked.params.document))
      if (kept?.audit == null) throw new Refusal('document.not-audited')
      return documentView(await auditedFrom(container, kept.audit)) as DocumentView
    },
    run: async (_request, view) => view,
  }),
  'documents.findings': endpoint('documents.findings', {
    run: async ({ work, params }) => ({ items: await findingsOf(work, params.document) }),
  }),
  'documents.file': endpoint('documents.file', {
    run: async ({ work, params, container }) => {
      const { id, fileName, sha256, bytes } = await keptDocument(work, params.document)
      if (bytes === 0 || !(await container.vault.has(sha256))) throw new Refusal('file.gone')
      await record(work, 'document.downloaded', {
        ...byViewer(work.viewer),
        subject: { kind: 'document', id },
        details: { fileName, kind: '原文件' },
      })
      const content = () => container.vault.open(sha256)
      return { kind: 'file', name: fileName, mediaType: mediaTypeOf(''), content, bytes }
    },
  }),
} satisfies Partial<Handlers<keyof typeof documentRoutes>>
