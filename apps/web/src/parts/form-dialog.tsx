/** A dialog with fields. What the server refuses is told inside; neither that nor a click beside it loses what was filled in. */
import { Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { product } from '../wording/product.ts'
import './form-dialog.css'
import { ProblemAlert } from './problem-alert.tsx'

interface Props {
  readonly title: string
  readonly confirm: string
  readonly isDanger?: boolean
  readonly isReady?: boolean
  readonly width?: number
  /** Rejects with what the server said. The dialog closes when it is done. */
  readonly onConfirm: () => Promise<unknown>
  readonly onClose: () => void
  readonly children: ReactNode
}

export function FormDialog({ title, confirm, isDanger = false, isReady = true, width = 520, onConfirm, onClose, children }: Props) {
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const run = async () => {
    setBusy(true)
    setError(null)
    try {
      await onConfirm()
      onClose()
    } catch (trouble) {
      setError(trouble)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={title}
      width={width}
      okText={confirm}
      cancelText={product.cancel}
      confirmLoading={isBusy}
      mask={{ closable: false }}
      okButtonProps={{ danger: isDanger, disabled: !isReady }}
      onOk={() => void run()}
      onCancel={onClose}
    >
      <ProblemAlert error={error} />
      <div className="form-dialog">{children}</div>
    </Modal>
  )
}

/** A label above its field. */
export const Labelled = ({
  label,
  hint,
  children,
}: {
  readonly label: string
  readonly hint?: ReactNode
  readonly children: ReactNode
}) => (
  // biome-ignore lint/a11y/noLabelWithoutControl: the field is the child
  <label className="labelled">
    <span className="labelled-name">{label}</span>
    {children}
    {hint && <span className="labelled-hint">{hint}</span>}
  </label>
)
