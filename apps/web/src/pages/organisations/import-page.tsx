/** Importing 单位名录 from a sheet: take the form, choose the filled one, look at what it would change, then write it. */
import type { ImportOutcome } from '@jiheng/contract'
import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Select, Upload } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { client } from '../../api/client.ts'
import { organisationsKey } from '../../api/use-organisations.ts'
import { Page } from '../../parts/page.tsx'
import { Permitted } from '../../parts/permitted.tsx'
import { ProblemAlert } from '../../parts/problem-alert.tsx'
import { Section } from '../../parts/section.tsx'
import { StateView } from '../../parts/state-view.tsx'
import { organisations, organisationImport as words } from '../../wording/organisations.ts'
import { ImportPreview } from './import-preview.tsx'
import './import-page.css'

type Stage =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'reading'; readonly file: File }
  | { readonly kind: 'shown' | 'writing'; readonly file: File; readonly outcome: ImportOutcome }
  | { readonly kind: 'written'; readonly outcome: ImportOutcome }

export const OrganisationImportPage = () => (
  <Permitted title={words.title} needs={['organisation.manage']}>
    <Import />
  </Permitted>
)

function Import() {
  const cache = useQueryClient()
  const navigate = useNavigate()
  const now = new Date().getFullYear()
  const [year, setYear] = useState(now)
  const [stage, setStage] = useState<Stage>({ kind: 'choosing' })
  const [error, setError] = useState<unknown>(null)
  const send = (file: File, write: boolean, inYear: number) =>
    client.call('organisations.import', { query: { write: write ? 'true' : 'false', year: inYear, name: file.name }, body: file })
  const look = async (file: File, inYear: number) => {
    setError(null)
    setStage({ kind: 'reading', file })
    try {
      setStage({ kind: 'shown', file, outcome: await send(file, false, inYear) })
    } catch (trouble) {
      setError(trouble)
      setStage({ kind: 'choosing' })
    }
  }
  const write = async (file: File, outcome: ImportOutcome) => {
    setError(null)
    setStage({ kind: 'writing', file, outcome })
    try {
      const written = await send(file, true, year)
      await cache.invalidateQueries({ queryKey: organisationsKey })
      setStage(written.isWritten ? { kind: 'written', outcome: written } : { kind: 'shown', file, outcome: written })
    } catch (trouble) {
      setError(trouble)
      setStage({ kind: 'shown', file, outcome })
    }
  }
  const chooseYear = (chosen: number) => {
    setYear(chosen)
    if (stage.kind === 'shown') void look(stage.file, chosen)
  }
  const again = () => {
    setError(null)
    setStage({ kind: 'choosing' })
  }
  return (
    <Page title={words.title} crumbs={[{ title: organisations.title, path: '/organisations' }]}>
      <Section title={`1. ${words.steps[0]}`} about={words.downloadAbout}>
        <div>
          <Button href={client.address('organisations.sheet', { query: { year } })} download>
            {words.download}
          </Button>
        </div>
      </Section>
      <Section title={`2. ${words.steps[1]}`}>
        <div className="import-year">
          <span>
            {words.year}{' '}
            <Select<number>
              aria-label={words.year}
              value={year}
              disabled={stage.kind === 'reading' || stage.kind === 'writing' || stage.kind === 'written'}
              options={[1, 0, -1, -2, -3, -4, -5].map((offset) => ({ value: now + offset, label: organisations.yearOption(now + offset) }))}
              onChange={chooseYear}
            />
          </span>
          <p className="quiet">{words.yearHint}</p>
        </div>
        <ProblemAlert error={error} />
        {stage.kind === 'choosing' && (
          <Upload.Dragger
            accept=".xlsx,.csv"
            showUploadList={false}
            beforeUpload={(file) => {
              void look(file, year)
              return false
            }}
          >
            <p className="import-drop">{words.drop}</p>
            <p className="quiet">{words.dropHint}</p>
          </Upload.Dragger>
        )}
        {(stage.kind === 'shown' || stage.kind === 'writing' || stage.kind === 'reading') && (
          <p>
            {words.file(stage.file.name)}{' '}
            <Button type="link" onClick={again} disabled={stage.kind !== 'shown'}>
              {words.other}
            </Button>
          </p>
        )}
        {stage.kind === 'reading' && <StateView kind="loading" />}
      </Section>
      {(stage.kind === 'shown' || stage.kind === 'writing') && (
        <Section title={`3. ${words.steps[2]}`}>
          <ImportPreview outcome={stage.outcome} />
          {stage.outcome.faults.length === 0 && stage.outcome.added + stage.outcome.changed > 0 && (
            <div>
              <Button type="primary" loading={stage.kind === 'writing'} onClick={() => void write(stage.file, stage.outcome)}>
                {words.write(stage.outcome.added + stage.outcome.changed)}
              </Button>
            </div>
          )}
        </Section>
      )}
      {stage.kind === 'written' && (
        <Alert
          type="success"
          showIcon
          title={words.written(stage.outcome.added, stage.outcome.changed)}
          description={
            <div className="import-next">
              <Button type="primary" onClick={() => void navigate(`/organisations?year=${year}`)}>
                {words.toList}
              </Button>
              <Button onClick={again}>{words.again}</Button>
            </div>
          }
        />
      )}
    </Page>
  )
}
