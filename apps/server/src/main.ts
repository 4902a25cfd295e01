/** Starts the server: settings from the environment, the log to stderr, a few words for a person to stdout. SIGTERM or Ctrl-C stops it. */
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { DatabaseTrouble } from '@jiheng/store'
import fastify from 'fastify'
import { bootServer, type Parts, type Server } from './boot.ts'
import { readSettings, type Settings } from './settings.ts'

/** As it is built: this file is apps/server/dist/server.mjs. */
const beside = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

function partsFor({ logLevel }: Settings): Parts {
  const { version } = JSON.parse(readFileSync(beside('../package.json'), 'utf8')) as { readonly version: string }
  // The library makes the log that it writes itself.
  const { log } = fastify({ logger: { level: logLevel, stream: process.stderr } })
  return {
    version,
    childPath: beside('./child.mjs'),
    schemesFolder: beside('../../../schemes'),
    pagesFolder: beside('../../web/dist'),
    logger: log,
    clock: () => new Date(),
  }
}

const say = (line: string) => void process.stdout.write(`${line}\n`)
const fail = (line: string) => {
  process.stderr.write(`${line}\n`)
  process.exitCode = 1
}

/** What makes the example is not loaded where nobody wants it. */
async function bringExample({ container }: Server): Promise<void> {
  const { seedDemonstration } = await import('./demo/seed-demonstration.ts')
  await seedDemonstration(container, beside('../../../corpus/reports'))
}

/** Whoever started us has gone away meanwhile: stopOnSignals() sees to it. */
const gone = () => {}

/** Who started us as a child is told in a message, and says it in words of its own. */
function sayStarted({ address, setupLink, container: { warnings } }: Server): void {
  if (process.send !== undefined) return void process.send({ kind: 'started', address, setupLink, warnings }, gone)
  say(`绩衡已启动：${address}`)
  if (setupLink !== null) say(`还没有管理员。请在 24 小时内打开这个一次性链接完成初始化：\n  ${setupLink}`)
  for (const warning of warnings) say(`提示：${warning}`)
}

/** The second signal does not wait. A child stops with whoever started it. */
function stopOnSignals({ close }: Server): void {
  let isStopping = false
  const stop = () => {
    if (isStopping) process.exit(130)
    isStopping = true
    say('正在停止……')
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        fail(`没有正常停止：${error instanceof Error ? error.message : String(error)}`)
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop)
  if (process.send === undefined) return
  process.on('disconnect', stop)
  if (!process.connected) stop()
}

// What is kept is for its owner alone.
process.umask(0o077)
const read = readSettings({ env: process.env, cores: availableParallelism(), folder: process.cwd() })
if ('faults' in read) for (const fault of read.faults) fail(`设置有误：${fault}`)
else {
  try {
    const server = await bootServer(read.settings, partsFor(read.settings))
    if (read.settings.withExample) await bringExample(server)
    sayStarted(server)
    stopOnSignals(server)
  } catch (error) {
    if (error instanceof DatabaseTrouble) fail(`${error.message}${error.remedy}`)
    else if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
      fail(`端口 ${read.settings.port} 已被别的程序占用。请关闭那个程序，或用 JIHENG_PORT 换一个端口。`)
    else throw error
  }
}
