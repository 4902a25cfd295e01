/** `npm start`: set-up, then the audit of the sample reports into a folder whose index opens in the browser. */
import { pathToFileURL } from 'node:url'
import { requireNode } from './bootstrap/node-floor.mjs'

requireNode()
const { setUp } = await import('./bootstrap/set-up.mjs')
const { runNode } = await import('./bootstrap/run.mjs')
const { bundleFile } = await import('./bootstrap/bundle.mjs')
const { inRoot } = await import('./bootstrap/root.mjs')
const { openForPerson } = await import('./bootstrap/open-for-person.mjs')

await setUp('start')
const results = inRoot('校核结果')
const code = runNode([bundleFile, 'audit', 'corpus/reports', '--format', 'all', '--out', results, ...process.argv.slice(2)])
// The sample reports do hold faults (exit code 1); only unreadable files (2) or a crash mean that the start failed.
if (code > 1) process.exit(code)

const index = pathToFileURL(`${results}/index.html`).href
const isOpened = openForPerson(index)
console.log(`\n${isOpened ? '已打开 / opened' : '请用浏览器打开 / open in a browser'}: ${index}`)
console.log(
  '校核自己的报告 / your own: node apps/cli/dist/jiheng.mjs audit 你的报告.docx    （更多用法：node apps/cli/dist/jiheng.mjs --help）',
)
