import { CheckCircleOutlined } from '@ant-design/icons'
import type { DocumentDetail } from '@jiheng/contract'
import { workbench as words } from '../wording/workbench.ts'

/** Silence is no clean bill: what was looked at is said as well. */
export function NoFindings({ detail: { coverage } }: { readonly detail: DocumentDetail }) {
  const isIdle = coverage === null || coverage.numbers === 0
  return (
    <section className="end-panel">
      <p>
        {!isIdle && <CheckCircleOutlined />} <strong>{isIdle ? words.nothingRead : words.none}</strong>
      </p>
      <p>{isIdle ? words.nothingReadHint : words.noneHint}</p>
    </section>
  )
}
