/**
 * Style sheets that are made while running, without <style> elements: the content policy refuses those, and allows sheets constructed by script.
 * The build puts this module in the place of the one by which antd writes its styles (vite.config.mjs), so the names are antd's.
 */
const sheets = new Map<string, CSSStyleSheet>()

/** What antd marks its <style> element with; nothing reads the marks here. */
interface Handle {
  setAttribute(name: string, value: string): void
}

export function updateCSS(css: string, key: string): Handle {
  const known = sheets.get(key)
  const sheet = known ?? new CSSStyleSheet()
  sheet.replaceSync(css)
  if (known === undefined) {
    sheets.set(key, sheet)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  }
  return { setAttribute: () => {} }
}

export function removeCSS(key: string): void {
  const sheet = sheets.get(key)
  if (sheet === undefined) return
  sheets.delete(key)
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
}

let nameless = 0

export function injectCSS(css: string): Handle {
  return updateCSS(css, `nameless-${nameless++}`)
}

export function clearContainerCache(): void {
  // antd keeps no containers here.
}
