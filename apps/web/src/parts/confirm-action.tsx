/** A button that asks before it does: what will follow and, where the record needs one, the reason. */
import { Button, type ButtonProps, Input, Modal } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { action } from '../wording/action.ts'
import { product } from '../wording/product.ts'
import './confirm-action.css'
import { ProblemAlert } from './problem-alert.tsx'

interface Props {
  readonly title: string
  /** What follows, and whether it can be undone. */
  readonly consequence: ReactNode
  /** Asks for a reason; it must be written. */
  readonly withReason?: boolean
  readonly button?: ButtonProps
  readonly confirm?: string
  /** Rejects with what the server said: the dialog stays open and shows it. */
  readonly onConfirm: (reason: string) => Promise<unknown>
  readonly children: ReactNode
}

export function ConfirmAction({ title, consequence, withReason = false, button, confirm = action.confirm, onConfirm, children }: Props) {
  const [isOpen, setOpen] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [reason, setReason] = useState('')
  const [error, setError] = useState<unknown>(null)
  const field = useId()
  const open = () => {
    setError(null)
    setOpen(true)
  }
  const run = async () => {
    setBusy(true)
    setError(null)
    try {
      await onConfirm(reason.trim())
      setOpen(false)
      setReason('')
    } catch (trouble) {
      setError(trouble)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button {...button} onClick={open}>
        {children}
      </Button>
      <Modal
        open={isOpen}
        title={title}
        width={440}
        okText={confirm}
        cancelText={product.cancel}
        confirmLoading={isBusy}
        okButtonProps={{ danger: button?.danger ?? false, disabled: withReason && reason.trim() === '' }}
        onOk={() => void run()}
        onCancel={() => setOpen(false)}
      >
        <ProblemAlert error={error} />
        <p>{consequence}</p>
        {withReason && (
          <p className="confirm-reason">
            <label htmlFor={field}>{action.reason}</label>
            <Input.TextArea
              id={field}
              value={reason}
              rows={3}
              maxLength={500}
              placeholder={action.reasonNeeded}
              onChange={(event) => setReason(event.target.value)}
            />
          </p>
        )}
      </Modal>
    </>
  )
}
