/** Words to hand on: shown whole, copied by one press. */
import { CheckOutlined, CopyOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { copy } from '../wording/copy.ts'
import './copy-text.css'

interface Props {
  readonly label: string
  readonly text: string
  readonly rows?: number
}

export function CopyText({ label, text, rows = 1 }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null)
  useEffect(() => {
    if (outcome === null) return
    const timer = setTimeout(setOutcome, 4_000, null)
    return () => clearTimeout(timer)
  }, [outcome])
  const run = async () => setOutcome((await copied(text, box.current?.querySelector('input, textarea') ?? null)) ? 'copied' : 'failed')
  return (
    <div className="copy-text" ref={box}>
      {rows > 1 ? (
        <Input.TextArea value={text} readOnly aria-label={label} rows={rows + 2} />
      ) : (
        <Input value={text} readOnly aria-label={label} onFocus={(event) => event.target.select()} />
      )}
      <Button className="no-print" icon={outcome === 'copied' ? <CheckOutlined /> : <CopyOutlined />} onClick={() => void run()}>
        {outcome === 'copied' ? copy.done : copy.copy}
      </Button>
      <span role="status" className={outcome === 'failed' ? 'copy-failed' : 'unseen'}>
        {outcome === 'failed' ? copy.failed : outcome === 'copied' ? copy.done : ''}
      </span>
    </div>
  )
}

/** Browsers withhold the clipboard from pages on plain http of an office network; there what is marked is copied. */
async function copied(text: string, field: HTMLInputElement | HTMLTextAreaElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    field?.select()
    return document.execCommand('copy')
  }
}
