/** Steps that need no words: taking back, marking as public, auditing again, removing. */
import type { DocumentDetail } from '@jiheng/contract'
import { client } from '../../api/client.ts'
import { FormDialog } from '../../parts/form-dialog.tsx'
import { document as words } from '../../wording/document.ts'
import { useChange } from './use-change.ts'

interface Props {
  readonly detail: DocumentDetail
  readonly onClose: () => void
}

export function WithdrawDialog({ detail, onClose }: Props) {
  const change = useChange(detail)
  const run = () => change(() => client.call('documents.withdraw', { params: { document: detail.id }, body: { version: detail.version } }))
  return (
    <FormDialog title={words.withdrawTitle} confirm={words.withdraw} onConfirm={run} onClose={onClose}>
      <p>{words.withdrawHint}</p>
    </FormDialog>
  )
}

export function PublishDialog({ detail, onClose }: Props) {
  const change = useChange(detail)
  const run = () => change(() => client.call('documents.publish', { params: { document: detail.id }, body: { version: detail.version } }))
  return (
    <FormDialog title={words.publishTitle} confirm={words.publish} onConfirm={run} onClose={onClose}>
      <p>{words.publishHint}</p>
    </FormDialog>
  )
}

export function AuditAgainDialog({ detail, onClose }: Props) {
  const change = useChange(detail)
  const run = () => change(() => client.call('documents.audit-again', { params: { document: detail.id } }))
  return (
    <FormDialog title={words.auditAgainTitle} confirm={words.auditAgain} onConfirm={run} onClose={onClose}>
      <p>{words.auditAgainHint}</p>
    </FormDialog>
  )
}

export function RemoveDialog({ detail, onClose, onRemoved }: Props & { readonly onRemoved: () => void }) {
  const change = useChange(detail)
  const run = async () => {
    await change(() => client.call('documents.remove', { params: { document: detail.id } }))
    onRemoved()
  }
  return (
    <FormDialog title={words.removeTitle} confirm={words.remove} isDanger onConfirm={run} onClose={onClose}>
      <p>{words.removeHint}</p>
    </FormDialog>
  )
}
