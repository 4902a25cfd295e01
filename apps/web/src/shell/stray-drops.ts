/** A file that is dropped beside the place for it would be opened instead of the page, and what was typed there be lost. */
export function refuseStrayDrops(page: Document): void {
  for (const kind of ['dragover', 'drop'] as const) {
    page.addEventListener(kind, (event) => {
      if (event.defaultPrevented || event.dataTransfer?.types.includes('Files') !== true) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'none'
    })
  }
}
