/** `node build.mjs FOLDER MODE`: builds the pages, and lays them down compressed as well. */
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { compressIn } from './compressed.mjs'

const [folder, mode] = process.argv.slice(2)
if (folder === undefined || mode === undefined) throw new Error('build.mjs FOLDER MODE')
const configFile = fileURLToPath(new URL('../vite.config.mjs', import.meta.url))
await build({ configFile, mode, logLevel: 'warn', build: { outDir: folder, emptyOutDir: true } })
compressIn(folder)
