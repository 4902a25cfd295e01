/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/**
 * What the page of a batch does in a browser: sort and filter the table of files. The function is written into the page as its own text, so it
 * uses nothing from outside itself. Without it everything is there, in the order of the batch.
 */
export function indexScript(): void {
  const table = document.getElementById('files') as HTMLTableElement | null
  const tools = document.getElementById('tools')
  const words = document.getElementById('words') as HTMLInputElement | null
  const level = document.getElementById('level') as HTMLSelectElement | null
  const shown = document.getElementById('shown')
  const reset = document.getElementById('reset')
  if (table === null || tools === null || words === null || level === null || shown === null || reset === null) return
  const perBody = 50
  const all = Array.from(table.tBodies).flatMap((body) => Array.from(body.rows))
  const order = new Map(all.map((row, at) => [row, at]))
  // Bodies that the browser took for one text; see index-files.ts.
  const unread = (document.getElementById('rest')?.textContent ?? '').split('<tbody>').slice(1)
  let isAsked = false
  const searched: string[] = []
  const heads = Array.from(table.tHead?.rows[0]?.cells ?? [])
  let sortedBy = -1
  let isDown = false
  let turn = 0

  tools.hidden = false
  for (const [at, head] of heads.entries()) {
    if (head.dataset.sort === undefined) continue
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = head.textContent
    button.addEventListener('click', () => sortBy(at))
    head.replaceChildren(button)
  }
  words.addEventListener('input', show)
  level.addEventListener('change', show)
  reset.addEventListener('click', () => {
    words.value = ''
    level.value = 'all'
    sortedBy = -1
    show()
  })
  read()

  /** A few bodies at a time. What is asked for meanwhile is shown when all are there. */
  function read(): void {
    for (const body of unread.splice(0, 3)) {
      table?.insertAdjacentHTML('beforeend', `<tbody>${body.slice(0, body.indexOf('</tbody>'))}</tbody>`)
      for (const row of Array.from(table?.tBodies[table.tBodies.length - 1]?.rows ?? [])) {
        order.set(row, all.length)
        all.push(row)
      }
    }
    if (unread.length > 0) requestAnimationFrame(read)
    else if (isAsked) show()
    else say(all.length)
  }

  /** Figures the largest first, words the first first; a second click turns it round, a third gives the order of the batch back. */
  function sortBy(at: number): void {
    const startsDown = heads[at]?.dataset.sort === 'number'
    if (sortedBy !== at) [sortedBy, isDown] = [at, startsDown]
    else if (isDown === startsDown) isDown = !startsDown
    else sortedBy = -1
    show()
  }

  /** What is not there, or could not be read, stands at the end either way. */
  function sorted(rows: HTMLTableRowElement[]): HTMLTableRowElement[] {
    if (sortedBy < 0) return rows
    const isNumber = heads[sortedBy]?.dataset.sort === 'number'
    const keyed = rows.map((row) => {
      const key = row.cells[sortedBy]?.dataset.key ?? row.cells[sortedBy]?.textContent ?? ''
      return { row, key: isNumber ? Number(key === '' ? Number.NaN : key) : key }
    })
    const isMissing = (key: string | number): boolean => (typeof key === 'number' ? Number.isNaN(key) : key === '')
    keyed.sort((a, b) => {
      if (isMissing(a.key) || isMissing(b.key)) return Number(isMissing(a.key)) - Number(isMissing(b.key))
      const rest = (order.get(a.row) as number) - (order.get(b.row) as number)
      if (a.key === b.key) return rest
      return a.key < b.key === isDown ? 1 : -1
    })
    return keyed.map(({ row }) => row)
  }

  function isWanted(row: HTMLTableRowElement, at: number, wanted: string): boolean {
    const severities = row.dataset.found ?? ''
    const value = level?.value ?? 'all'
    if (value !== 'all' && !severities.split(' ').includes(value)) return false
    if (wanted === '') return true
    searched[at] ??= (row.textContent ?? '').toLowerCase()
    return wanted.split(/\s+/).every((word) => searched[at]?.includes(word))
  }

  /** The first rows at once, the others in small portions, so that typing is never held up. */
  function show(): void {
    isAsked = true
    if (unread.length > 0) return
    const wanted = (words?.value ?? '').trim().toLowerCase()
    const rows = sorted(all.filter((row, at) => isWanted(row, at, wanted)))
    const mine = ++turn
    for (const body of Array.from(table?.tBodies ?? [])) body.remove()
    for (const [at, head] of heads.entries()) {
      if (at === sortedBy) head.setAttribute('aria-sort', isDown ? 'descending' : 'ascending')
      else head.removeAttribute('aria-sort')
    }
    say(rows.length)
    let next = 0
    const portion = (bodies: number): void => {
      if (mine !== turn) return
      for (let count = 0; count < bodies && next < rows.length; count++, next += perBody) {
        const body = document.createElement('tbody')
        body.append(...rows.slice(next, next + perBody))
        table?.append(body)
      }
      if (next < rows.length) requestAnimationFrame(() => portion(4))
    }
    portion(2)
  }

  function say(count: number): void {
    if (shown !== null) shown.textContent = count === all.length ? `共 ${all.length} 份` : `显示 ${count} 份，共 ${all.length} 份`
  }
}
