/** What can be done with the whole document: pass, return, submit …, and what can be downloaded. Only what may be done now is there. */
import { DownloadOutlined, DownOutlined } from '@ant-design/icons'
import type { DocumentDetail, Finding } from '@jiheng/contract'
import { App, Button, Dropdown } from 'antd'
import { type ReactNode, useState } from 'react'
import { useNavigate } from 'react-router'
import { saveFile } from '../../api/save-file.ts'
import { isLookedAt } from '../../batch/package-rows.ts'
import { useProblemMessage } from '../../parts/problem-message.ts'
import { document as words } from '../../wording/document.ts'
import type { Act } from '../desk.ts'
import { AssignDialog } from './assign-dialog.tsx'
import { PassDialog, ReturnDialog, SubmitDialog } from './decide-dialogs.tsx'
import { AuditAgainDialog, PublishDialog, RemoveDialog, WithdrawDialog } from './plain-dialogs.tsx'

interface Props {
  readonly detail: DocumentDetail
  readonly findings: readonly Finding[]
}

type Dialog = Extract<Act, 'pass' | 'return' | 'submit' | 'withdraw' | 'publish' | 'assign' | 'audit-again' | 'remove'>

const labels: Readonly<Record<Dialog, string>> = {
  pass: words.pass,
  return: words.returnIt,
  submit: words.submit,
  withdraw: words.withdraw,
  publish: words.publish,
  assign: words.assign,
  'audit-again': words.auditAgain,
  remove: words.remove,
}
const first: readonly Dialog[] = ['submit', 'pass', 'return', 'withdraw', 'publish']
const further: readonly Dialog[] = ['assign', 'audit-again', 'remove']

/** `dialog` is opened from elsewhere as well: by the end of the list. */
export function ReviewBar({ detail, findings }: Props) {
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const may = (acts: readonly Dialog[]) => acts.filter((act) => detail.may.includes(act))
  // Nothing can be reviewed before it is known whose it is.
  const isForeign = detail.organisation === null && isLookedAt(detail) && detail.may.includes('assign')
  const more = may(further).filter((act) => !(isForeign && act === 'assign'))
  return (
    <>
      <Downloads detail={detail} />
      {more.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{ items: more.map((act) => ({ key: act, label: labels[act], danger: act === 'remove', onClick: () => setDialog(act) })) }}
        >
          <Button>
            {words.more} <DownOutlined />
          </Button>
        </Dropdown>
      )}
      {isForeign && (
        <Button type="primary" onClick={() => setDialog('assign')}>
          {labels.assign}
        </Button>
      )}
      <ReviewButtons detail={detail} findings={findings} />
      <OpenDialog dialog={dialog} detail={detail} findings={findings} onClose={() => setDialog(null)} />
    </>
  )
}

/** The steps of the review alone; also where the last finding is done. */
export function ReviewButtons({ detail, findings }: Props) {
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const returned = findings.some(({ status }) => status === 'returned')
  const open = findings.some(({ status }) => status === 'open')
  const primary = (act: Dialog) => act === 'submit' || (act === 'return' && returned && !open) || (act === 'pass' && !returned && !open)
  return (
    <>
      {first
        .filter((act) => detail.may.includes(act))
        .map((act) => (
          <Button key={act} type={primary(act) ? 'primary' : 'default'} onClick={() => setDialog(act)}>
            {labels[act]}
          </Button>
        ))}
      {detail.review === 'waiting' && detail.may.includes('return') && !detail.may.includes('pass') && (
        <span className="pass-hint">{words.passedByOthers}</span>
      )}
      <OpenDialog dialog={dialog} detail={detail} findings={findings} onClose={() => setDialog(null)} />
    </>
  )
}

function OpenDialog({ dialog, detail, findings, onClose }: Props & { readonly dialog: Dialog | null; readonly onClose: () => void }) {
  const navigate = useNavigate()
  const shared = { detail, onClose }
  switch (dialog) {
    case null:
      return null
    case 'pass':
      return <PassDialog {...shared} findings={findings} />
    case 'return':
      return <ReturnDialog {...shared} findings={findings} />
    case 'submit':
      return <SubmitDialog {...shared} findings={findings} />
    case 'withdraw':
      return <WithdrawDialog {...shared} />
    case 'publish':
      return <PublishDialog {...shared} />
    case 'assign':
      return <AssignDialog {...shared} />
    case 'audit-again':
      return <AuditAgainDialog {...shared} />
    case 'remove':
      return <RemoveDialog {...shared} onRemoved={() => void navigate('/self-checks', { replace: true })} />
  }
}

type Output = 'copy' | 'word' | 'letter' | 'list' | 'page'

function Downloads({ detail: { id, state, may } }: { readonly detail: DocumentDetail }) {
  const { message } = App.useApp()
  const tell = useProblemMessage()
  const [isBusy, setBusy] = useState(false)
  const save = async (kind: Output | 'original') => {
    setBusy(true)
    const close = message.loading(outputs[kind], 0)
    try {
      if (kind === 'original') await saveFile('documents.file', { params: { document: id } })
      else await saveFile('documents.output', { params: { document: id, kind } })
    } catch (error) {
      tell(error)
    } finally {
      close()
      setBusy(false)
    }
  }
  const made: readonly Output[] = state === 'done' && may.includes('make-outputs') ? ['copy', 'letter', 'list', 'page'] : []
  const items = [...made, 'original' as const].map((kind) => ({
    key: kind,
    label: outputs[kind] as ReactNode,
    onClick: () => void save(kind),
  }))
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button icon={<DownloadOutlined />} loading={isBusy}>
        {words.downloads}
      </Button>
    </Dropdown>
  )
}

const outputs: Readonly<Record<Output | 'original', string>> = {
  copy: words.copy,
  word: words.word,
  letter: words.letter,
  list: words.issueList,
  page: words.page,
  original: words.original,
}
