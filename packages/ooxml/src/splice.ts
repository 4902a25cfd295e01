/** A text with some stretches replaced, and all other characters as they were. */

export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Edits do not overlap; those at one place stand in the order given. */
export function splice(text: string, edits: readonly Edit[]): string {
  const inOrder = edits
    .map((edit, at) => ({ edit, at }))
    .sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.at - b.at)
  const pieces: string[] = []
  let last = 0
  for (const { edit } of inOrder) {
    if (edit.start < last) throw new Error('edits overlap')
    pieces.push(text.slice(last, edit.start), edit.text)
    last = edit.end
  }
  return pieces.join('') + text.slice(last)
}
