/** Makes of a script of ours what its process or thread was started for: a child that audits, or the thread that watches its memory. */
import { loadEngine } from './engine.ts'
import { childArgument } from './protocol.ts'
import { startWatchdog, watch, watchedMb } from './watchdog.ts'

/** `script`: the file that was started. false: nobody started it as a child, and nothing was done. */
export async function servesAsChild(script: string): Promise<boolean> {
  const watched = watchedMb()
  if (watched !== null) watch(watched)
  else if (process.argv[2] === childArgument) {
    startWatchdog(script, Number(process.argv[3]))
    const { serveJobs } = await import('./child.ts')
    serveJobs(loadEngine, () => import('@jiheng/report'))
  } else return false
  return true
}
