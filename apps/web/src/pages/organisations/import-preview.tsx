import type { ImportOutcome } from '@jiheng/contract'
import { Alert } from 'antd'
import { Tag, type Tone } from '../../parts/tag.tsx'
import { organisationImport as words } from '../../wording/organisations.ts'

const tones: Readonly<Record<ImportOutcome['preview'][number]['what'], Tone>> = { add: 'good', change: 'info', same: 'quiet' }

/** What a sheet would change, or what is wrong with it: with faults nothing is written, so only they are shown. */
export function ImportPreview({ outcome }: { readonly outcome: ImportOutcome }) {
  const { rows, added, changed, unchanged, faults, preview } = outcome
  return (
    <>
      <p className="import-counts" role="status">
        <span>{words.counts(rows)}</span>
        {faults.length > 0 ? (
          <Count title={words.faults} count={faults.length} />
        ) : (
          <>
            <Count title={words.added} count={added} />
            <Count title={words.changed} count={changed} />
            <Count title={words.unchanged} count={unchanged} />
          </>
        )}
      </p>
      {faults.length > 0 ? (
        <Faults faults={faults} />
      ) : added + changed === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <Lines preview={preview.filter(({ what }) => what !== 'same')} isWhole={preview.length >= rows} />
      )}
    </>
  )
}

const Count = ({ title, count }: { readonly title: string; readonly count: number }) => (
  <span>
    {title} <strong>{count}</strong>
  </span>
)

const Faults = ({ faults }: { readonly faults: ImportOutcome['faults'] }) => (
  <>
    <Alert type="error" showIcon title={words.faultsTitle(faults.length)} />
    <div className="plain-scroll">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{words.faultColumns.row}</th>
            <th scope="col">{words.faultColumns.column}</th>
            <th scope="col">{words.faultColumns.message}</th>
          </tr>
        </thead>
        <tbody>
          {faults.map(({ row, column, message }) => (
            <tr key={`${row} ${column} ${message}`}>
              <td>{row ?? words.wholeSheet}</td>
              <td>{column ?? ''}</td>
              <td>{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </>
)

const Lines = ({ preview, isWhole }: { readonly preview: ImportOutcome['preview']; readonly isWhole: boolean }) => (
  <div className="plain-scroll">
    <table className="plain-table">
      <caption className="unseen">{words.preview}</caption>
      <thead>
        <tr>
          <th scope="col">{words.previewColumns.row}</th>
          <th scope="col">{words.previewColumns.what}</th>
          <th scope="col">{words.previewColumns.code}</th>
          <th scope="col">{words.previewColumns.name}</th>
          <th scope="col">{words.previewColumns.says}</th>
        </tr>
      </thead>
      <tbody>
        {preview.map(({ row, what, code, name, says }) => (
          <tr key={row}>
            <td>{row}</td>
            <td>
              <Tag tone={tones[what]}>{words.what[what]}</Tag>
            </td>
            <td>{code ?? ''}</td>
            <td>{name}</td>
            <td className="quiet">{says}</td>
          </tr>
        ))}
      </tbody>
    </table>
    {!isWhole && <p className="quiet">{words.more(preview.length)}</p>}
  </div>
)
