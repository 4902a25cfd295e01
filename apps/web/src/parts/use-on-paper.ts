/** Whether the page is being laid out for paper just now. */
import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

export function useOnPaper(): boolean {
  const [isOnPaper, setOnPaper] = useState(false)
  useEffect(() => {
    const paper = matchMedia('print')
    // The browser lays the paper out as soon as this returns.
    const turn = () => flushSync(() => setOnPaper(paper.matches))
    paper.addEventListener('change', turn)
    return () => paper.removeEventListener('change', turn)
  }, [])
  return isOnPaper
}
