/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/**
 * What the page of a report does in a browser. The function is written into the page as its own text, so it uses nothing from outside itself.
 * Everything is there without it: it only steps, filters, and leads from words to findings and back.
 */
export function reportScript(): void {
  const byId = (id: string): HTMLElement | null => document.getElementById(id)
  const later = Array.from(document.querySelectorAll('noscript.later'))
  later.splice(0, 3).forEach(unfold)
  unfoldRest()
  addEventListener('beforeprint', () => later.splice(0).forEach(unfold))
  const list = byId('findings')
  const paper = byId('document')
  if (list === null || paper === null) return
  const cards = Array.from(list.children) as HTMLElement[]
  const numberOf = (card: HTMLElement): string => card.dataset.number ?? ''
  const cardByNumber = new Map(cards.map((card) => [numberOf(card), card]))
  const narrow = matchMedia('(max-width: 900px)')
  const words = byId('words') as HTMLInputElement
  const kind = byId('kind') as HTMLSelectElement
  const unit = byId('unit') as HTMLSelectElement | null
  const count = byId('count') as HTMLElement
  const keys = byId('keys') as HTMLDialogElement
  const toggles = Array.from(document.querySelectorAll<HTMLElement>('.toggle'))
  let selected: HTMLElement | null = null
  let lit: Element[] = []

  list.classList.add('live')
  byId('tools')?.removeAttribute('hidden')
  for (const card of cards) headOf(card).setAttribute('aria-expanded', 'false')

  /** What waits in a long page becomes part of it. */
  function unfold(waiting: Element): void {
    const holder = document.createElement('template')
    holder.innerHTML = waiting.textContent ?? ''
    waiting.replaceWith(holder.content)
  }

  function unfoldRest(): void {
    if (later.length === 0) return
    if (typeof requestIdleCallback !== 'function') {
      later.splice(0).forEach(unfold)
      return
    }
    requestIdleCallback((deadline) => {
      let next = later[0]
      while (next !== undefined && deadline.timeRemaining() > 5) {
        unfold(next)
        later.shift()
        next = later[0]
      }
      unfoldRest()
    })
  }

  /** The element, also when it still waits. */
  function reach(id: string): HTMLElement | null {
    const waiting = byId(id) === null ? later.find((element) => element.textContent?.includes(`id="${id}"`)) : undefined
    if (waiting !== undefined) {
      later.splice(later.indexOf(waiting), 1)
      unfold(waiting)
    }
    return byId(id)
  }

  function reachQuotes(number: string): void {
    reach(`m${number}`)
    for (const element of later.filter(({ textContent }) => textContent?.includes(`id="q${number}-`))) {
      later.splice(later.indexOf(element), 1)
      unfold(element)
    }
  }

  /** Before words of a card are looked at. */
  function unfoldCard(card: HTMLElement): void {
    const waiting = card.querySelector('noscript.later')
    if (waiting === null) return
    later.splice(later.indexOf(waiting), 1)
    unfold(waiting)
  }

  function headOf(card: HTMLElement): HTMLElement {
    return card.querySelector('.head') as HTMLElement
  }

  function expand(card: HTMLElement, open: boolean): void {
    if (open) unfoldCard(card)
    card.classList.toggle('open', open)
    headOf(card).setAttribute('aria-expanded', String(open))
  }

  /** Twice: what was not laid out yet takes another height when it comes into view. */
  function show(element: Element | null, block: ScrollLogicalPosition): void {
    if (element === null) return
    element.scrollIntoView({ block, inline: 'center' })
    requestAnimationFrame(() => element.scrollIntoView({ block, inline: 'center' }))
  }

  function unselect(): void {
    for (const element of lit) element.classList.remove('lit')
    lit = []
    if (selected === null) return
    selected.removeAttribute('aria-current')
    expand(selected, false)
    selected = null
  }

  function select(card: HTMLElement, from: 'list' | 'document'): void {
    if (selected !== card) {
      unselect()
      selected = card
      card.setAttribute('aria-current', 'true')
      expand(card, true)
      const number = numberOf(card)
      reachQuotes(number)
      lit = Array.from((paper as HTMLElement).querySelectorAll(`[data-f~="${number}"],[data-q~="${number}"]`))
      for (const element of lit) element.classList.add('lit')
      history.replaceState(null, '', `#${card.id}`)
      tell()
    }
    if (card.hidden) clear()
    if (from === 'document' || narrow.matches) show(card, 'nearest')
    else {
      show(card, 'nearest')
      show(reach(`m${numberOf(card)}`), 'center')
    }
  }

  function step(by: 1 | -1): void {
    const shown = cards.filter((card) => !card.hidden)
    const at = selected === null ? -1 : shown.indexOf(selected)
    const next = shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.max(0, Math.min(shown.length - 1, at + by))]
    if (next === undefined) return
    select(next, 'list')
    headOf(next).focus({ preventScroll: true })
  }

  const isOn = (severity: string | undefined): boolean =>
    toggles.some((toggle) => toggle.dataset.severity === severity && toggle.getAttribute('aria-pressed') === 'true')

  function filter(): void {
    const wanted = words.value.trim().toLowerCase()
    const on = new Set(toggles.map((toggle) => toggle.dataset.severity).filter(isOn))
    for (const card of cards) {
      const { severity, kind: itsKind, report } = card.dataset
      const fits =
        on.has(severity) &&
        (kind.value === '' || kind.value === itsKind) &&
        (unit === null || unit.value === '' || unit.value === report) &&
        (wanted === '' || (card.textContent ?? '').toLowerCase().includes(wanted))
      if (card.hidden === fits) card.hidden = !fits
    }
    for (const toggle of toggles) (paper as HTMLElement).classList.toggle(`no-${toggle.dataset.severity}`, !isOn(toggle.dataset.severity))
    tell()
  }

  function tell(): void {
    const shown = cards.filter((card) => !card.hidden)
    const at = selected === null ? -1 : shown.indexOf(selected)
    const filtered = shown.length === cards.length ? `共 ${cards.length} 条` : `显示 ${shown.length} 条，共 ${cards.length} 条`
    count.textContent = at < 0 ? filtered : `${filtered}；第 ${at + 1} 条`
    byId('none')?.toggleAttribute('hidden', shown.length > 0)
  }

  function clear(): void {
    words.value = ''
    kind.value = ''
    if (unit !== null) unit.value = ''
    for (const toggle of toggles) toggle.setAttribute('aria-pressed', 'true')
    filter()
  }

  function press(toggle: HTMLElement | undefined): void {
    if (toggle === undefined) return
    toggle.setAttribute('aria-pressed', String(toggle.getAttribute('aria-pressed') !== 'true'))
    filter()
  }

  function byHash(): void {
    const card = location.hash.length > 1 ? byId(decodeURIComponent(location.hash.slice(1))) : null
    if (card?.classList.contains('finding')) select(card, 'list')
  }

  /** Where marks lie over each other, each click takes the next finding. */
  function fromMark(mark: Element): void {
    const numbers = (mark.getAttribute('data-f') ?? '').split(' ')
    const at = selected === null ? -1 : numbers.indexOf(numberOf(selected))
    const card = cardByNumber.get(numbers[(at + 1) % numbers.length] ?? '')
    if (card !== undefined) select(card, 'document')
  }

  let waiting = false
  const soon = (): void => {
    if (waiting) return
    waiting = true
    requestAnimationFrame(() => {
      waiting = false
      filter()
    })
  }
  words.addEventListener('input', soon)
  kind.addEventListener('change', filter)
  unit?.addEventListener('change', filter)
  for (const toggle of toggles) toggle.addEventListener('click', () => press(toggle))
  byId('next')?.addEventListener('click', () => step(1))
  byId('previous')?.addEventListener('click', () => step(-1))
  byId('help')?.addEventListener('click', () => keys.showModal())
  byId('keys-close')?.addEventListener('click', () => keys.close())
  addEventListener('hashchange', byHash)

  paper.addEventListener('click', (event) => {
    const mark = (event.target as Element).closest('[data-f]')
    if (mark === null || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    fromMark(mark)
  })
  byId('side')?.addEventListener('click', (event) => {
    const target = event.target as Element
    const jump = target.closest('.jump')
    const card = target.closest<HTMLElement>('.finding')
    if (jump !== null && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault()
      if (card !== null) select(card, 'document')
      const place = reach((jump.getAttribute('href') ?? '').slice(1))
      show(place, place?.classList.contains('notes') ? 'start' : 'center')
      const shown = place?.matches('section, .spot') === false && place.textContent === '' ? place.nextElementSibling : place
      shown?.animate({ outline: ['3px solid #0a5ac2', '3px solid transparent'] }, 1500)
      return
    }
    if (card === null || target.closest('summary') !== null || String(getSelection()) !== '') return
    event.preventDefault()
    if (card === selected && target.closest('.head') !== null) expand(card, !card.classList.contains('open'))
    else select(card, 'list')
  })

  document.addEventListener('keydown', (event) => {
    const target = event.target as HTMLElement
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || keys.open) return
    if (event.key === 'Escape') {
      clear()
      unselect()
      tell()
      target.blur()
      return
    }
    if (target.closest('input, select, textarea') !== null) return
    const inDocument = (paper as HTMLElement).contains(target)
    if (event.key === 'j' || (event.key === 'ArrowDown' && !inDocument)) step(1)
    else if (event.key === 'k' || (event.key === 'ArrowUp' && !inDocument)) step(-1)
    else if (event.key === '/') words.focus()
    else if (event.key === '?' || event.key === '？') keys.showModal()
    else if (event.key === '1' || event.key === '2' || event.key === '3') press(toggles[Number(event.key) - 1])
    else if (event.key === 'Enter' && target === document.body && selected !== null) expand(selected, !selected.classList.contains('open'))
    else return
    event.preventDefault()
  })

  byHash()
}
