/** Cut off towards zero; how spreadsheets show a rate that somebody truncated. */
export function growsDown(): boolean {
  return false
}
