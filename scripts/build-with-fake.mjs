/** `node scripts/build-with-fake.mjs FOLDER [FAKE]`: the command and the child as `npm run build` makes them, with FAKE in place of the engine. */
import { build } from 'esbuild'
import { shared, testShape } from './bootstrap/bundle.mjs'

const [folder = '', fake] = process.argv.slice(2)
const alias = fake === undefined ? {} : { '@jiheng/ingest': fake, '@jiheng/audit': fake }
await build({ ...shared, ...testShape(folder), sourcemap: false, logLevel: 'error', alias })
