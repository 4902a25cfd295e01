/**
 * How the pages are built. They are served under
 *   default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self';
 *   worker-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'
 * without a nonce. What makes that work:
 * - antd computes no styles in the browser (`zeroRuntime`); its style sheet is made here, of the parts that are used: build/antd-styles.mjs.
 * - What antd still writes while running (the colours of the theme, the lock on scrolling) goes into constructed style sheets instead
 *   of <style> elements, which the policy would refuse: src/theme/style-sheets.ts stands in for the module of antd that writes them.
 * - `style={…}` of React sets properties through the CSSOM, which the policy allows; a style attribute in a string of HTML it refuses.
 *   So charts draw on canvas and their tips are drawn text (`renderMode: 'richText'`).
 * - zod tries whether it may compile code, which the policy reports as a breach; here it is told not to try.
 */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { antdStyles } from './build/antd-styles.mjs'
import { pdfParts } from './build/pdf-parts.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const sources = join(here, 'src')

export default defineConfig(({ mode }) => ({
  root: here,
  plugins: [react(), styleSheetOfAntd(), constructedStyleSheets(), schemasWithoutEval(), pdfParts()],
  worker: { format: 'es' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: ['chrome109', 'edge109', 'firefox115', 'safari16.4'],
    assetsInlineLimit: 0,
    // One sheet: the parts share most of it, and it is in the cache from then on.
    cssCodeSplit: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1200,
    license: false,
    rolldownOptions: {
      input: join(here, mode === 'gallery' ? 'gallery.html' : 'index.html'),
      // What never changes between our versions stays in the caches of browsers. Parts of antd go with the page that first needs them.
      output: {
        codeSplitting: { groups: [{ name: 'react', test: /node_modules[\\/](?:react|react-dom|react-router|scheduler|@tanstack)[\\/]/ }] },
      },
    },
  },
}))

/** Fills src/theme/antd.css. @returns {import('vite').Plugin} */
function styleSheetOfAntd() {
  const file = join(sources, 'theme', 'antd.css').replaceAll('\\', '/')
  return { name: 'antd-style-sheet', enforce: 'pre', load: (id) => (id.split('?')[0] === file ? antdStyles(sources) : null) }
}

/** @returns {import('vite').Plugin} */
function constructedStyleSheets() {
  return {
    name: 'constructed-style-sheets',
    enforce: 'pre',
    load: (id) =>
      /@rc-component\/util\/es\/Dom\/dynamicCSS\.js$/.test(id.replaceAll('\\', '/'))
        ? `export * from ${JSON.stringify(join(sources, 'theme', 'style-sheets.ts'))}`
        : null,
  }
}

/** @returns {import('vite').Plugin} */
function schemasWithoutEval() {
  return {
    name: 'schemas-without-eval',
    transform: (code, id) =>
      /\/zod\/v4\/core\/core\.js$/.test(id.replaceAll('\\', '/')) ? { code: `${code}\nglobalConfig.jitless = true\n`, map: null } : null,
  }
}
