/**
 * pdf.js starts work on broken parts of a file that nobody waits for; when that fails, the failure would end the process.
 * What a reader does wait for still fails where it is awaited, and a file that never comes to an end meets the time limit.
 */
export function outliveStrayRejections(): void {
  process.on('unhandledRejection', () => {})
}
