/** `npm start`: set-up, then the audit of the sample reports. */
import { requireNode } from './bootstrap/node-floor.mjs'

requireNode()
const { setUp } = await import('./bootstrap/set-up.mjs')
const { runNode } = await import('./bootstrap/run.mjs')
const { bundleFile } = await import('./bootstrap/bundle.mjs')

await setUp('start')
const code = runNode([bundleFile, 'audit', 'corpus/reports', ...process.argv.slice(2)])
// The sample reports do hold faults (exit code 1); only unreadable files (2) or a crash mean that the start failed.
if (code > 1) process.exit(code)
console.log('\n下一步 / next: node apps/cli/dist/jiheng.mjs audit 你的报告.docx    （更多用法：node apps/cli/dist/jiheng.mjs --help）')
