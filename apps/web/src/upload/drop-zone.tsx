/** Where files are dropped, or chosen by keyboard: a file, hundreds, a folder, an archive. */
import { InboxOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import { upload } from '../wording/upload.ts'
import './drop-zone.css'
import { type Chosen, readDrop, readList } from './read-drop.ts'

interface Props {
  readonly title: string
  readonly hint?: ReactNode
  readonly isBusy?: boolean
  /** Less high, inside a dialog. */
  readonly isSmall?: boolean
  readonly onFiles: (files: readonly Chosen[]) => void
}

export function DropZone({ title, hint = upload.dropHint, isBusy = false, isSmall = false, onFiles }: Props) {
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const { message } = App.useApp()
  const take = (chosen: readonly Chosen[]) => {
    if (chosen.length === 0) void message.warning(upload.nothing)
    else onFiles(chosen)
  }
  const over = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (!isBusy) readDrop(event.dataTransfer).then(take, () => message.error(upload.unreadable, 8))
  }
  const leave = (event: DragEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
  }
  // React does not know the attribute.
  const asFolder = (input: HTMLInputElement | null) => {
    folder.current = input
    input?.setAttribute('webkitdirectory', '')
  }
  const chosen = (list: FileList | null, input: HTMLInputElement) => {
    if (list !== null) take(readList(list))
    // The same file may be chosen again.
    input.value = ''
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside do the same
    <div
      className={`drop-zone${isOver ? ' is-over' : ''}${isSmall ? ' is-small' : ''}`}
      onDragOver={over}
      onDragLeave={leave}
      onDrop={drop}
    >
      <InboxOutlined className="drop-icon" aria-hidden="true" />
      <p className="drop-title">{isOver ? upload.dropNow : title}</p>
      <p className="drop-buttons">
        <Button type="primary" loading={isBusy} onClick={() => files.current?.click()}>
          {upload.chooseFiles}
        </Button>
        <Button disabled={isBusy} onClick={() => folder.current?.click()}>
          {upload.chooseFolder}
        </Button>
      </p>
      <p className="drop-hint">{hint}</p>
      <input ref={files} type="file" multiple hidden onChange={({ target }) => chosen(target.files, target)} />
      <input ref={asFolder} type="file" multiple hidden onChange={({ target }) => chosen(target.files, target)} />
    </div>
  )
}
