/** 汇总: what was found, by unit, kind, rule and state; what many have in common; what could not be looked at. Each plot has its table. */
import { type BatchBar, findingStatus } from '@jiheng/contract'
import { useMemo } from 'react'
import { Link, useSearchParams } from 'react-router'
import { Chart } from '../parts/chart/chart.tsx'
import type { Plot } from '../parts/chart/option.ts'
import { StateView } from '../parts/state-view.tsx'
import { statusTones } from '../parts/status-tones.ts'
import { batch as words } from '../wording/batch.ts'
import { severities, statuses } from '../wording/finding.ts'
import { Common } from './common.tsx'
import './summary.css'
import { useBatchSummary } from './use-batch.ts'

const unitsShown = 20
const rowHeight = 30

export function Summary({ batch }: { readonly batch: string }) {
  const { data, error, refetch } = useBatchSummary(batch)
  const [, setSearch] = useSearchParams()
  const plots = useMemo(() => {
    if (data === undefined) return null
    // Where nothing was found nothing is drawn: a unit whose file could not be audited has no nought to show.
    const found = data.byUnit.filter(({ error, warning, info }) => error + warning + info > 0)
    const units = found.slice(0, unitsShown)
    const title = units.length < found.length ? words.byUnitMost(units.length, found.length) : words.byUnit
    // In the order in which work goes, whatever the figures.
    const shown = findingStatus.options.filter((status) => (data.byStatus[status] ?? 0) > 0)
    return {
      unit: stacked(title, words.unitName, units),
      kind: stacked(words.byKind, words.kindName, data.byKind),
      check: stacked(words.byCheck, words.checkName, data.byCheck.slice(0, unitsShown)),
      status: {
        kind: 'slices',
        title: words.byStatus,
        categoryTitle: words.statusName,
        categories: shown.map((status) => statuses[status]),
        tones: shown.map((status) => statusTones[status]),
        series: [{ name: words.count, values: shown.map((status) => data.byStatus[status] ?? 0) }],
      } satisfies Plot,
    }
  }, [data])
  if (data === undefined || plots === null)
    return error === null ? <StateView kind="loading" /> : <StateView kind="error" error={error} onRetry={() => void refetch()} />
  const isEmpty = data.byUnit.every(({ error, warning, info }) => error + warning + info === 0)
  const goTo = (name: string, value: string) => setSearch({ tab: 'findings', [name]: value })
  const choose = (bars: readonly BatchBar[], filter: string) => (name: string) => {
    const id = bars.find((bar) => bar.name === name)?.id
    if (id) goTo(filter, id)
  }
  const chooseStatus = (name: string) => {
    const status = findingStatus.options.find((one) => statuses[one] === name)
    if (status) goTo('status', status)
  }
  return (
    <div className="summary">
      {isEmpty ? (
        <div className="panel">
          <StateView kind="empty" title={words.summaryEmpty} />
        </div>
      ) : (
        <div className="summary-plots">
          <div className="panel">
            <Chart plot={plots.unit} height={heightOf(plots.unit)} onChoose={choose(data.byUnit, 'organisation')} />
          </div>
          <div className="panel">
            <Chart plot={plots.status} height={220} onChoose={chooseStatus} />
          </div>
          <div className="panel">
            <Chart plot={plots.kind} height={heightOf(plots.kind)} onChoose={choose(data.byKind, 'kind')} />
          </div>
          <div className="panel">
            <Chart plot={plots.check} height={heightOf(plots.check)} onChoose={choose(data.byCheck, 'check')} />
          </div>
        </div>
      )}
      <Common summary={data} />
      {data.unread.length > 0 && (
        <section className="panel">
          <h2>{words.unreadFiles}</h2>
          <p className="summary-hint">{words.unreadHint}</p>
          <ul>
            {data.unread.map(({ id, fileName, why }) => (
              <li key={id}>
                <Link to={`/documents/${id}`}>{fileName}</Link> {why}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

const heightOf = ({ categories }: Plot): number => Math.max(160, categories.length * rowHeight + 60)

const stacked = (title: string, categoryTitle: string, bars: readonly BatchBar[]): Plot => ({
  kind: 'stacked-bars',
  isLying: true,
  title,
  categoryTitle,
  categories: bars.map(({ name }) => name),
  series: (['error', 'warning', 'info'] as const).map((severity) => ({
    name: severities[severity],
    values: bars.map((bar) => bar[severity]),
    tone: severity,
  })),
})
