/** What stays where it is while the pages grow: the mark that is looked at, else the middle. */
export interface Held {
  readonly mark: Element | null
  readonly across: number
  readonly down: number
}

export function heldIn(scroller: HTMLElement, mark: Element | null): Held {
  const { top, bottom } = scroller.getBoundingClientRect()
  const box = mark?.getBoundingClientRect()
  return {
    mark: box !== undefined && box.bottom > top && box.top < bottom ? mark : null,
    across: (scroller.scrollLeft + scroller.clientWidth / 2) / scroller.scrollWidth,
    down: (scroller.scrollTop + scroller.clientHeight / 2) / scroller.scrollHeight,
  }
}

export function holdIn(scroller: HTMLElement, { mark, across, down }: Held): void {
  scroller.scrollLeft = across * scroller.scrollWidth - scroller.clientWidth / 2
  scroller.scrollTop = down * scroller.scrollHeight - scroller.clientHeight / 2
  mark?.scrollIntoView({ block: 'center', inline: 'nearest' })
}
