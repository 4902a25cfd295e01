import { App } from 'antd'
import { problemWords } from './problem-alert.tsx'

/** Tells of trouble at the top of the page, for what has no place of its own there. */
export function useProblemMessage(): (error: unknown) => void {
  const { message } = App.useApp()
  return (error) => {
    const { title, remedy } = problemWords(error)
    void message.error(`${title}${remedy}`, 6)
  }
}
