/** Trouble beside the thing that caused it: above a form, inside a dialog. */
import { Alert } from 'antd'
import { ProblemError } from '../api/client.ts'
import { states } from '../wording/states.ts'
import './problem-alert.css'

/** Shows nothing while there is no error. */
export function ProblemAlert({ error }: { readonly error: unknown }) {
  if (error === null || error === undefined) return null
  const { title, remedy, code } = problemWords(error)
  return (
    <Alert
      className="problem-alert"
      type="error"
      showIcon
      title={title}
      description={
        <>
          {remedy}
          {code !== null && <span className="problem-code">{states.code(code)}</span>}
        </>
      }
    />
  )
}

/** What went wrong and what to do, in words; `code` only where the server answered. */
export function problemWords(error: unknown): { readonly title: string; readonly remedy: string; readonly code: string | null } {
  if (!(error instanceof ProblemError)) return { title: states.offline, remedy: states.offlineHint, code: null }
  const { code, message, remedy } = error.problem
  return { title: message, remedy, code }
}
