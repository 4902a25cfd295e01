/**
 * `npm start`: set-up, then the server on the embedded database in ./data, with an example county on the first start. Ctrl-C stops it.
 * `-- --empty` leaves the example out; `-- --check` starts on data that is thrown away, waits until the example is audited, and ends.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { requireNode } from './bootstrap/node-floor.mjs'

requireNode()
const { setUp } = await import('./bootstrap/set-up.mjs')
const { openForPerson } = await import('./bootstrap/open-for-person.mjs')
const { nextFreePort, usualPort } = await import('./bootstrap/port.mjs')
const { inRoot } = await import('./bootstrap/root.mjs')
const { checkStart } = await import('./start/check.mjs')
const { findRunning, forgetRunning, noteRunning } = await import('./start/running.mjs')
const { startServer } = await import('./start/server-process.mjs')

const words = process.argv.slice(2)
const stranger = words.find((word) => word !== '--check' && word !== '--empty')
if (stranger !== undefined) {
  console.error(`npm start 没有“${stranger}”这个选项，可用 / unknown option, there are: -- --empty, -- --check`)
  process.exit(2)
}
const [isCheck, isEmpty] = [words.includes('--check'), words.includes('--empty')]

await setUp('start')
process.exit(isCheck ? await check() : await start())

async function start() {
  const data = resolve(process.env.JIHENG_DATA ?? inRoot('data'))
  const running = await findRunning(data)
  if (running !== null) {
    console.log(`绩衡已经在运行 / Jiheng is running already: ${running}`)
    openForPerson(running)
    return 0
  }
  mkdirSync(data, { recursive: true, mode: 0o700 })
  const port = process.env.JIHENG_PORT ?? (await freePort())
  if (port === null) return 1
  const server = startServer({ ...process.env, ...settingsFor(data, String(port), !isEmpty) })
  stopOnSignals(server)
  const started = await server.started
  if (started !== null) {
    noteRunning(data, started.address)
    sayStarted(started)
    openForPerson(started.setupLink ?? started.address)
  }
  const code = await server.ended
  if (started !== null) forgetRunning(data)
  return code
}

/** The page, the first set-up and the audit of the example, on data of its own. */
async function check() {
  const data = mkdtempSync(join(tmpdir(), 'jiheng-start-'))
  const { DATABASE_URL: _, ...env } = process.env
  const server = startServer({ ...env, ...settingsFor(data, '0', true) })
  stopOnSignals(server)
  try {
    const started = await server.started
    if (started === null) return 1
    if (started.setupLink === null) throw new Error('a new installation gave no set-up link')
    const { batches, documents, audited, unread } = await checkStart(started.address, started.setupLink)
    console.log(`start: ready; ${batches} batches, ${documents} documents: ${audited} audited, ${unread} unread`)
  } catch (error) {
    console.error(`start: FAILED: ${error instanceof Error ? error.message : String(error)}`)
    return 1
  } finally {
    server.stop()
    await server.ended
    rmSync(data, { recursive: true, force: true })
  }
  return (await server.ended) === 0 ? 0 : 1
}

/** @param {string} data @param {string} port @param {boolean} withExample @returns {Record<string, string>} */
function settingsFor(data, port, withExample) {
  // Whoever has a database of his own has an office of his own.
  const example = withExample && !process.env.DATABASE_URL ? 'yes' : 'no'
  const { JIHENG_LOG = 'warn', JIHENG_EXAMPLE = example } = process.env
  return { JIHENG_DATA: data, JIHENG_PORT: port, JIHENG_LOG, JIHENG_EXAMPLE }
}

async function freePort() {
  const port = await nextFreePort()
  if (port === null) console.error(`端口 ${usualPort} 起的都被占用，请用 JIHENG_PORT 指定一个 / no free port, name one by JIHENG_PORT`)
  else if (port !== usualPort) console.log(`端口 ${usualPort} 已被别的程序占用，改用 ${port} / port ${usualPort} is taken, using ${port}`)
  return port
}

/** @param {import('./start/server-process.mjs').Started} started */
function sayStarted({ address, setupLink, warnings }) {
  console.log(`\n绩衡已启动 / Jiheng is running: ${address}`)
  if (setupLink !== null) {
    console.log('\n第一次使用：在浏览器里打开这个链接，设定管理员（只能用一次，24 小时内有效）')
    console.log(`First start: open this link to create the administrator (once, within 24 hours)\n\n  ${setupLink}\n`)
  }
  for (const warning of warnings) console.log(`提示：${warning}`)
  console.log('停止请按 Ctrl-C / Ctrl-C stops it')
}

/** npm sends a signal on that the terminal has sent already: within a second it is the same one. @param {{ stop: () => void }} server */
function stopOnSignals({ stop }) {
  let last = 0
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.on(signal, () => {
      if (Date.now() - last < 1000) return
      last = Date.now()
      stop()
    })
  }
}
