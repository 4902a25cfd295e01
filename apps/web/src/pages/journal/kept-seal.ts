/** A line that somebody kept: the number of a seal and its digest, however it was copied. null where it is none. */
export function keptSeal(line: string): { readonly seal: number; readonly digest: string } | null {
  const [, seal, digest] = /^\s*(\d{1,9})\s+([0-9a-fA-F]{64})\s*$/.exec(line) ?? []
  return seal === undefined || digest === undefined || Number(seal) < 1 ? null : { seal: Number(seal), digest: digest.toLowerCase() }
}
