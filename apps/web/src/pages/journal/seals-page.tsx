import type { AnsweredBy, JournalHead } from '@jiheng/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, Button, Form, Input } from 'antd'
import { client } from '../../api/client.ts'
import { useWork } from '../../api/use-session.ts'
import { CopyText } from '../../parts/copy-text.tsx'
import { Page } from '../../parts/page.tsx'
import { Permitted } from '../../parts/permitted.tsx'
import { ProblemAlert } from '../../parts/problem-alert.tsx'
import { Section } from '../../parts/section.tsx'
import { StateView } from '../../parts/state-view.tsx'
import { Time } from '../../parts/time.tsx'
import { journal } from '../../wording/journal.ts'
import './journal-page.css'
import { JournalTabs } from './journal-tabs.tsx'
import { keptSeal } from './kept-seal.ts'

export const SealsPage = () => (
  <Permitted title={journal.title} needs={['journal.read']}>
    <Page title={journal.title}>
      <JournalTabs />
      <Head />
      <Verify />
    </Page>
  </Permitted>
)

function Head() {
  const words = journal.seal
  const { region } = useWork()
  const { data, error, refetch } = useQuery({
    queryKey: ['journal', 'head'],
    queryFn: ({ signal }) => client.call('journal.head', { signal }),
  })
  return (
    <Section
      title={words.title}
      about={`${words.about}${words.limit}`}
      className="print-alone"
      actions={data !== undefined && data.seal > 0 && <Button onClick={() => print()}>{words.print}</Button>}
    >
      {data === undefined ? (
        error === null ? (
          <StateView kind="loading" />
        ) : (
          <StateView kind="error" error={error} onRetry={() => void refetch()} />
        )
      ) : data.seal === 0 ? (
        <p className="quiet">{words.none}</p>
      ) : (
        <>
          <h3 className="only-print">{words.sheet(region.name)}</h3>
          <HeadFacts head={data} />
          <div className="no-print">
            <p className="quiet">{words.keep}</p>
            <CopyText label={words.keep} text={words.line(data.seal, data.digest)} />
          </div>
        </>
      )}
    </Section>
  )
}

function HeadFacts({ head: { seal, digest, entries, unsealed, sealedAt } }: { readonly head: JournalHead }) {
  const words = journal.seal
  return (
    <dl className="facts">
      <dt>{words.number}</dt>
      <dd>{seal}</dd>
      <dt>{words.digest}</dt>
      <dd className="seal-line">{digest}</dd>
      {sealedAt !== null && (
        <>
          <dt>{words.at}</dt>
          <dd>
            <Time instant={sealedAt} />
          </dd>
        </>
      )}
      <dt>{words.entries}</dt>
      <dd>{words.lines(entries)}</dd>
      <dt>{words.unsealed}</dt>
      <dd>{words.lines(unsealed)}</dd>
    </dl>
  )
}

function Verify() {
  const words = journal.verify
  const verifying = useMutation({
    mutationFn: ({ kept = '' }: { readonly kept?: string }) => client.call('journal.verify', { body: { kept: keptSeal(kept) } }),
  })
  return (
    <Section title={words.title} about={words.about}>
      <Form layout="vertical" requiredMark={false} onFinish={(filled: { readonly kept?: string }) => verifying.mutate(filled)}>
        <Form.Item
          name="kept"
          label={words.kept}
          rules={[
            {
              validator: async (_, value: string | undefined) => {
                if (value?.trim() && keptSeal(value) === null) throw new Error(words.bad)
              },
            },
          ]}
        >
          <Input className="seal-line" maxLength={100} placeholder={words.keptHint} autoComplete="off" />
        </Form.Item>
        <ProblemAlert error={verifying.error} />
        <Button type="primary" htmlType="submit" loading={verifying.isPending}>
          {words.run}
        </Button>
        {verifying.isPending && <span className="quiet"> {words.running}</span>}
      </Form>
      {verifying.data !== undefined && !verifying.isPending && (
        <Outcome outcome={verifying.data} kept={keptSeal(verifying.variables?.kept ?? '')?.seal ?? null} />
      )}
    </Section>
  )
}

function Outcome({ outcome, kept }: { readonly outcome: AnsweredBy<'journal.verify'>; readonly kept: number | null }) {
  const words = journal.verify
  const { isWhole, seals, entries, broken } = outcome
  if (!isWhole && broken !== null)
    return (
      <Alert
        type="error"
        showIcon
        role="alert"
        title={words.broken(broken.seal)}
        description={`${words.why[broken.why]}${words.brokenHint}`}
      />
    )
  return (
    <Alert
      type="success"
      showIcon
      title={words.whole}
      description={`${kept === null ? words.wholeAlone : words.wholeKept(kept)}${words.counted(seals, entries)}`}
    />
  )
}
