/** `node scripts/build-with-fake.mjs FOLDER [FAKE]`: the command as `npm run build` makes it, with FAKE in place of the engine. */
import { build } from 'esbuild'
import { commandShape, shared } from './bootstrap/bundle.mjs'

const [folder = '', fake] = process.argv.slice(2)
const alias = fake === undefined ? {} : { '@jiheng/ingest': fake, '@jiheng/audit': fake }
await build({ ...shared, ...commandShape(folder), sourcemap: false, logLevel: 'error', alias })
