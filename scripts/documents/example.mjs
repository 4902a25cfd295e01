/** The example of the README: the text of docs/example.txt and what the command says of it, between markers. */
import { spawnSync } from 'node:child_process'
import { bundleFile, bundleWhenStale } from '../bootstrap/bundle.mjs'
import { root } from '../bootstrap/root.mjs'

const file = 'docs/example.txt'
const place = /(<!-- example:begin -->\n)[\s\S]*?(<!-- example:end -->)/

/** What `jiheng audit docs/example.txt` prints. */
export async function exampleOutput() {
  await bundleWhenStale()
  const done = spawnSync(process.execPath, [bundleFile, 'audit', file], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  })
  if (done.status !== 1) throw new Error(`the audit of ${file} ended with ${done.status}, expected findings: ${done.stderr}`)
  return done.stdout.trim()
}

/**
 * @param {string} page
 * @param {string} report text of the example report
 * @param {string} output
 */
export function fillExample(page, report, output) {
  if (!place.test(page)) throw new Error('the page has no place for the example')
  const sentences = report.trim().split('\n').slice(-2).join('\n')
  return page.replace(place, (_, begin, end) => `${begin}${fence(sentences)}\n\n${fence(output)}\n${end}`)
}

/** @param {string} text */
const fence = (text) => `\`\`\`text\n${text}\n\`\`\``
