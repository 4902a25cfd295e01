/** Fields of a form over the page, each held to its rules. It closes when the server has taken it; after a refusal everything typed is still there. */
import { Form, type FormInstance, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { product } from '../wording/product.ts'
import { ProblemAlert } from './problem-alert.tsx'

interface Props<Filled extends object> {
  readonly title: string
  readonly confirm: string
  readonly width?: number
  readonly initial?: Partial<Filled>
  readonly form?: FormInstance<Filled>
  /** Rejects with what the server said. */
  readonly onSubmit: (filled: Filled) => Promise<unknown>
  /** `isDone`: the server has taken it. */
  readonly onClose: (isDone: boolean) => void
  readonly children: ReactNode
}

/** Drawn while it is open; leaving it out closes it. */
export function FieldsDialog<Filled extends object>({
  title,
  confirm,
  width = 480,
  initial,
  form: given,
  onSubmit,
  onClose,
  children,
}: Props<Filled>) {
  const [own] = Form.useForm<Filled>()
  const form = given ?? own
  const [error, setError] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  const send = async (filled: Filled) => {
    setBusy(true)
    setError(null)
    try {
      await onSubmit(filled)
      onClose(true)
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
      onOk={() => form.submit()}
      onCancel={() => onClose(false)}
    >
      <ProblemAlert error={error} />
      <Form<Filled>
        form={form}
        name="dialog"
        className="fields-form"
        layout="vertical"
        requiredMark={false}
        {...(initial === undefined ? {} : { initialValues: initial })}
        onFinish={(filled) => void send(filled)}
      >
        {children}
        {/* Enter in a field sends the form; the button for it stands below. */}
        <button type="submit" className="unseen" tabIndex={-1} aria-hidden="true" />
      </Form>
    </Modal>
  )
}
