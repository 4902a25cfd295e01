/** Add files, stop, go on, audit again, rename. */
import { DownOutlined } from '@ant-design/icons'
import type { Batch } from '@jiheng/contract'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Dropdown, Input, Modal } from 'antd'
import { useState } from 'react'
import { client } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { useMay } from '../api/use-session.ts'
import { FormDialog, Labelled } from '../parts/form-dialog.tsx'
import { useProblemMessage } from '../parts/problem-message.ts'
import { DropZone } from '../upload/drop-zone.tsx'
import { uploadQueue } from '../upload/uploads.ts'
import { batch as words } from '../wording/batch.ts'
import { upload } from '../wording/upload.ts'
import { countOf, filesOf } from './batch-progress.tsx'

type Dialog = 'add' | 'cancel' | 'again' | 'rename'

export function BatchActions({ batch }: { readonly batch: Batch }) {
  const cache = useQueryClient()
  const may = useMay()
  const tell = useProblemMessage()
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const close = () => setDialog(null)
  if (!may(['batch.manage', 'self-check.use'])) return null
  const put = (now: Batch) => {
    cache.setQueryData(keys.batch(batch.id), now)
    void cache.invalidateQueries({ queryKey: keys.batches })
    void cache.invalidateQueries({ queryKey: keys.batchDocuments(batch.id) })
  }
  const oneBatch = { params: { batch: batch.id } }
  const resume = () => client.call('batches.resume', oneBatch).then(put, tell)
  const failed = countOf(batch, 'failed') + countOf(batch, 'cancelled')
  const further = [
    ...(batch.state === 'running' || filesOf(batch) === 0 ? [] : [{ key: 'again', label: words.auditAgain }]),
    { key: 'rename', label: words.rename },
  ]
  return (
    <>
      {batch.state === 'running' && <Button onClick={() => setDialog('cancel')}>{words.cancel}</Button>}
      {batch.state === 'cancelled' && (
        <Button type="primary" onClick={() => void resume()}>
          {words.resume}
        </Button>
      )}
      {batch.state === 'done' && failed > 0 && <Button onClick={() => void resume()}>{words.retryFailed}</Button>}
      <Dropdown trigger={['click']} menu={{ items: further.map((one) => ({ ...one, onClick: () => setDialog(one.key as Dialog) })) }}>
        <Button>
          {words.more} <DownOutlined />
        </Button>
      </Dropdown>
      {batch.state !== 'cancelled' && (
        <Button type={filesOf(batch) === 0 ? 'primary' : 'default'} onClick={() => setDialog('add')}>
          {words.addFiles}
        </Button>
      )}
      {dialog === 'add' && (
        <Modal open title={words.addTitle} width={520} footer={null} onCancel={close}>
          <DropZone
            title={upload.dropHere}
            isSmall
            onFiles={(files) => {
              uploadQueue.add(batch.id, files)
              close()
            }}
          />
        </Modal>
      )}
      {dialog === 'cancel' && (
        <FormDialog
          title={words.cancelTitle}
          confirm={words.cancel}
          onClose={close}
          onConfirm={() => client.call('batches.cancel', oneBatch).then(put)}
        >
          <p>{words.cancelHint}</p>
        </FormDialog>
      )}
      {dialog === 'again' && (
        <FormDialog
          title={words.auditAgainTitle}
          confirm={words.auditAgain}
          onClose={close}
          onConfirm={() => client.call('batches.audit-again', oneBatch).then(put)}
        >
          <p>{words.auditAgainHint}</p>
        </FormDialog>
      )}
      {dialog === 'rename' && <Rename batch={batch} onClose={close} onDone={put} />}
    </>
  )
}

interface RenameProps {
  readonly batch: Batch
  readonly onClose: () => void
  readonly onDone: (batch: Batch) => void
}

function Rename({ batch, onClose, onDone }: RenameProps) {
  const [title, setTitle] = useState(batch.title)
  const save = () =>
    client.call('batches.change', { params: { batch: batch.id }, body: { title: title.trim(), version: batch.version } }).then(onDone)
  return (
    <FormDialog title={words.renameTitle} confirm={words.rename} isReady={title.trim() !== ''} onConfirm={save} onClose={onClose}>
      <Labelled label={words.title}>
        <Input autoFocus value={title} maxLength={100} onChange={({ target }) => setTitle(target.value)} />
      </Labelled>
    </FormDialog>
  )
}
