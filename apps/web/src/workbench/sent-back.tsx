/** What a unit sees first of a document that came back: what is wanted, until when, and where the corrected one goes. Always in sight. */
import type { DocumentDetail, Finding } from '@jiheng/contract'
import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { mayAny, useWork } from '../api/use-session.ts'
import { localTime } from '../parts/time.tsx'
import { document as documentWords } from '../wording/document.ts'
import { workbench as words } from '../wording/workbench.ts'
import './sent-back.css'

/** Whether it waits for the unit, seen by somebody who does not review it. */
export const isSentBack = ({ stage, review, replacedBy, may }: DocumentDetail): boolean =>
  stage === 'submitted' && review === 'returned' && replacedBy === null && !may.includes('return-finding')

/** @returns where the unit begins: at what it is to correct or to answer */
export const firstSentBack = (findings: readonly Finding[]): Finding | undefined =>
  findings.find(({ status }) => status === 'returned' || status === 'asked')

export function SentBack({ detail }: { readonly detail: DocumentDetail }) {
  const { organisation, year, reviews } = detail
  const { desks, chooseDesk } = useWork()
  const navigate = useNavigate()
  if (!isSentBack(detail)) return null
  const review = reviews.find(({ decision }) => decision === 'returned')
  const desk = desks.find((one) => organisation !== null && one.organisation?.id === organisation.id && mayAny(one, ['self-check.use']))
  return (
    <section className="sent-back" aria-label={words.sentBack}>
      <div className="sent-back-head">
        <p>
          <strong>{review?.due ? words.sentBackUntil(review.due) : words.sentBack}</strong>
          {review !== undefined && <span className="sent-back-by">{words.sentBackBy(review.by.name, localTime(review.at))}</span>}
        </p>
        {desk !== undefined && (
          <Button
            type="primary"
            title={words.correctedHint}
            onClick={() => {
              chooseDesk(desk.key)
              void navigate(`/self-checks?year=${year}`)
            }}
          >
            {words.corrected}
          </Button>
        )}
      </div>
      {review !== undefined && review.opinion !== '' && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className="sent-back-opinion" tabIndex={0} aria-label={documentWords.returnOpinion}>
          {review.opinion}
        </section>
      )}
    </section>
  )
}
