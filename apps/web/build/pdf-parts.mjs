/** What pdf.js reads at need: tables of Chinese characters, fonts that every PDF may use, the reader of scanned pictures. */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
const wanted = [
  ['cmaps', /GB.*\.bcmap$/],
  ['standard_fonts', /\.(?:pfb|ttf)$/],
  ['wasm', /nowasm_fallback\.js$/],
]

/** Laid down in a folder that is named for the version: caches keep it for ever. @returns {import('vite').Plugin} */
export function pdfParts() {
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
  return {
    name: 'pdf-parts',
    apply: 'build',
    generateBundle() {
      for (const [folder, names] of wanted) {
        for (const name of readdirSync(join(home, folder)).filter((name) => names.test(name))) {
          this.emitFile({ type: 'asset', fileName: `assets/pdf-${version}/${name}`, source: readFileSync(join(home, folder, name)) })
        }
      }
    },
  }
}
