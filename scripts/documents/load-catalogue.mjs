/** Brings the catalogue of checks and the table of problems out of the TypeScript sources, as plain values. */
import { mkdirSync, rmSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { shared } from '../bootstrap/bundle.mjs'
import { inRoot, root } from '../bootstrap/root.mjs'

/**
 * @typedef {object} CheckEntry
 * @property {string} id
 * @property {string} kind
 * @property {'error' | 'warning' | 'info'} severity
 * @property {readonly string[]} needs kinds of relations
 * @property {{ title: string, remedy: string, explain?: string }} wording
 * @property {string} [source]
 */

/** @returns {Promise<readonly CheckEntry[]>} */
export async function loadCatalogue() {
  const { build } = await import('esbuild')
  const folder = inRoot('.cache', 'documents')
  const outfile = `${folder}/catalogue.${process.pid}.mjs`
  mkdirSync(folder, { recursive: true })
  await build({
    ...shared,
    sourcemap: false,
    stdin: { contents: "export { catalogue } from './packages/audit/src/checks/catalogue.ts'", resolveDir: root, loader: 'ts' },
    outfile,
  })
  try {
    return (await import(pathToFileURL(outfile).href)).catalogue
  } finally {
    rmSync(outfile, { force: true })
  }
}
