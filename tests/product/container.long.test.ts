/** What the image holds, without an engine that builds it: the steps of the Containerfile in a folder, started as somebody who may write nothing there. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { inRoot } from '../../scripts/bootstrap/root.mjs'
import { workFolder } from './platform.ts'

const containerfile = readFileSync(inRoot('container', 'Containerfile'), 'utf8').replaceAll(/\\\n/g, ' ')
const folder = workFolder()
const image = folder.at('image')
/** The user of nothing, where we may become it. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
const env = {
  ...Object.fromEntries(
    [...(/^ENV (.*)$/m.exec(containerfile)?.[1] ?? '').matchAll(/(\w+)=(\S+)/g)].map(([, name, value]) => [name, value]),
  ),
  PATH: process.env.PATH,
  HOME: folder.at('tmp'),
  TMPDIR: folder.at('tmp'),
  JIHENG_DATA: folder.at('data'),
  JIHENG_HOST: '127.0.0.1',
  JIHENG_PORT: '0',
}

/** The files that are sent to be built from: those under version control without those of .dockerignore. */
function copyContext(): void {
  const without = readFileSync(inRoot('.dockerignore'), 'utf8')
    .split('\n')
    .filter((line) => /^[.\w]/.test(line))
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: inRoot(), encoding: 'utf8' }).split('\0').filter(Boolean)
  for (const file of files)
    if (!without.some((left) => file === left || file.startsWith(`${left}/`))) cpSync(inRoot(file), join(image, file))
}

afterAll(folder.remove)

describe('the image', () => {
  let server: ChildProcess
  let address = ''
  beforeAll(async () => {
    copyContext()
    const build = /^RUN (npm ci.*)$/m.exec(containerfile)?.[1] ?? ''
    expect(spawnSync('sh', ['-c', build], { cwd: image, encoding: 'utf8' })).toMatchObject({ status: 0 })
    chmodSync(folder.path, 0o755)
    for (const name of ['data', 'tmp']) {
      mkdirSync(folder.at(name), { mode: 0o700 })
      if (nobody.uid !== undefined) chownSync(folder.at(name), nobody.uid, nobody.gid)
    }
    const [, program = ''] = JSON.parse(/^CMD (.*)$/m.exec(containerfile)?.[1] ?? '[]') as string[]
    server = spawn(process.execPath, [program.replace('/opt/jiheng', image)], {
      env,
      cwd: '/',
      ...nobody,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    server.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
    await vi.waitFor(() => expect(said).toMatch(/绩衡已启动：\S+\n/), { timeout: 60_000, interval: 100 })
    address = /绩衡已启动：(\S+)/.exec(said)?.[1] ?? ''
  }, 300_000)
  afterAll(() => void server?.kill('SIGKILL'))

  it('holds no source', () => {
    expect(spawnSync('find', [image, '-name', '*.ts', '-not', '-path', '*/node_modules/*'], { encoding: 'utf8' }).stdout).toBe('')
  })

  it('serves the pages and is ready', async () => {
    expect(await (await fetch(address)).text()).toContain('<div id="root">')
    await expect.poll(async () => (await fetch(`${address}/api/v1/ready`)).json()).toMatchObject({ ready: true })
  })

  it('audits by the command, in child processes', () => {
    writeFileSync(
      folder.at('tmp', 'a.txt'),
      '示例局2023年度绩效自评报告\n支出合计12.00万元，其中：基本支出7.00万元，项目支出6.00万元。\n',
      { mode: 0o644 },
    )
    const link = /ln -s \/opt\/jiheng(\S+)/.exec(containerfile)?.[1] ?? ''
    const done = spawnSync(process.execPath, [image + link, 'audit', folder.at('tmp', 'a.txt')], {
      env,
      cwd: '/',
      ...nobody,
      encoding: 'utf8',
    })
    expect(done.stderr).toBe('')
    expect(done.stdout).toContain('13.00万元')
  })

  it('stops in order when it is told to', async () => {
    const ended = once(server, 'exit')
    server.kill(/^STOPSIGNAL (\S+)$/m.exec(containerfile)?.[1] as NodeJS.Signals)
    expect(await ended).toEqual([0, null])
  })
})
