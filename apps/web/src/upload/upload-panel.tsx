/** How far the files of one batch have come; those that failed, with the reason, and a way to try again. */
import { Button, Progress } from 'antd'
import { problemWords } from '../parts/problem-alert.tsx'
import { upload as words } from '../wording/upload.ts'
import { isUnderWay, mayRetry, type Upload } from './upload-queue.ts'
import './upload-panel.css'
import { uploadQueue, useUploads } from './uploads.ts'

const mostShown = 60

/** Nothing where nothing was uploaded. */
export function UploadPanel({ batch }: { readonly batch: string }) {
  const all = useUploads().filter((one) => one.batch === batch)
  if (all.length === 0) return null
  const count = (state: Upload['state']) => all.filter((one) => one.state === state).length
  const isBusy = all.some(isUnderWay)
  const arrived = count('done') + count('repeated')
  const shown = all.filter(({ state }) => state === 'sending' || state === 'failed')
  const notes = [
    count('repeated') > 0 ? words.repeated(count('repeated')) : null,
    count('failed') > 0 ? words.failed(count('failed')) : null,
    count('cancelled') > 0 ? words.cancelled(count('cancelled')) : null,
  ].filter((note) => note !== null)
  // All is well and on the page below: nothing to say.
  if (!isBusy && notes.length === 0) return null
  const title = isBusy ? words.progress(arrived, all.length) : words.finished(arrived)
  return (
    <section className="panel upload no-print" aria-label={title}>
      <div className="upload-head">
        <p role="status">
          <strong>{title}</strong>
          {notes.length > 0 && words.notes(notes)}
        </p>
        <div className="upload-actions">
          {all.some(mayRetry) && <Button onClick={() => uploadQueue.retry(batch)}>{words.retry}</Button>}
          {isBusy ? (
            <Button onClick={() => uploadQueue.cancel(batch)}>{words.cancel}</Button>
          ) : (
            <Button onClick={() => uploadQueue.clear(batch)}>{words.hide}</Button>
          )}
        </div>
      </div>
      {isBusy && (
        <>
          <Progress percent={Math.round(shareOf(all) * 100)} size="small" aria-label={title} />
          <p className="upload-stay">{words.stay}</p>
        </>
      )}
      {shown.length > 0 && (
        <ul className="upload-list" aria-label={words.files}>
          {shown.slice(0, mostShown).map((one) => (
            <UploadLine key={one.id} upload={one} />
          ))}
          {shown.length > mostShown && <li>{words.rest(shown.length - mostShown)}</li>}
        </ul>
      )}
    </section>
  )
}

function UploadLine({ upload: { name, state, sent, error } }: { readonly upload: Upload }) {
  if (state === 'sending')
    return (
      <li>
        <span className="upload-name">{name}</span>
        <span>{words.sending(Math.round(sent * 100))}</span>
      </li>
    )
  const { title, remedy } = problemWords(error)
  return (
    <li className="upload-failed">
      <span className="upload-name">{name}</span>
      <span>
        {title}
        {remedy}
      </span>
    </li>
  )
}

/** Of the bytes: a large archive is not one of many. */
function shareOf(all: readonly Upload[]): number {
  const bytes = all.reduce((sum, { file }) => sum + file.size, 0)
  const sent = all.reduce((sum, { file, sent, state }) => sum + file.size * (isUnderWay({ state } as Upload) ? sent : 1), 0)
  return bytes === 0 ? 0 : sent / bytes
}
