const framesToWait = 60

/** As soon as it is there. What lies above may only then take its true height, so it is brought into sight once more. */
export function bringIntoSight(find: () => Element | null, block: ScrollLogicalPosition = 'center', frames = framesToWait): void {
  requestAnimationFrame(() => {
    const element = find()
    if (element === null) {
      if (frames > 0) bringIntoSight(find, block, frames - 1)
      return
    }
    element.scrollIntoView({ block, inline: 'nearest' })
    requestAnimationFrame(() => element.scrollIntoView({ block, inline: 'nearest' }))
  })
}
