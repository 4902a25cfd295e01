/** Brings values out of the TypeScript sources: bundles a line of exports and imports what comes out. */
import { mkdirSync, rmSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { shared } from '../bootstrap/bundle.mjs'
import { inRoot, root } from '../bootstrap/root.mjs'

/** @param {string} contents TypeScript that exports what is wanted, with paths from the root @returns {Promise<any>} */
export async function loadSource(contents) {
  const { build } = await import('esbuild')
  const folder = inRoot('.cache', 'documents')
  const outfile = `${folder}/${process.pid}.mjs`
  mkdirSync(folder, { recursive: true })
  await build({ ...shared, sourcemap: false, stdin: { contents, resolveDir: root, loader: 'ts' }, outfile })
  try {
    return await import(pathToFileURL(outfile).href)
  } finally {
    rmSync(outfile, { force: true })
  }
}
