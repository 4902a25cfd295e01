/** `npm start`, as somebody at the machine has it. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { usualPort } from '../../scripts/bootstrap/port.mjs'
import { inRoot } from '../../scripts/bootstrap/root.mjs'
import { jiheng, withoutSettings, workFolder } from './platform.ts'

const folder = workFolder()
afterAll(folder.remove)
const script = inRoot('scripts', 'start.mjs')
const patienceMs = 120_000

function start(env: Readonly<Record<string, string>>, ...words: string[]) {
  const child = spawn(process.execPath, [script, ...words], { env: { ...withoutSettings(), ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  return { child, said: () => said }
}

async function until(holds: () => boolean, child: ChildProcess): Promise<void> {
  while (!holds()) {
    if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode} before its time`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

describe('npm start', () => {
  const env = { JIHENG_DATA: folder.at('data'), JIHENG_PORT: '0' }
  let first: ReturnType<typeof start>
  let address: string
  beforeAll(async () => {
    first = start(env, '--empty')
    await until(() => /停止请按/.test(first.said()), first.child)
    address = /http:\/\/127\.0\.0\.1:\d+/.exec(first.said())?.[0] ?? ''
  }, patienceMs)
  afterAll(() => void first.child.kill('SIGKILL'))

  it('says where it is and how to set it up, in two languages', async () => {
    expect(first.said()).toContain(`绩衡已启动 / Jiheng is running: ${address}\n`)
    expect(first.said()).toMatch(/\n {2}http:\/\/127\.0\.0\.1:\d+\/setup\?token=[\w-]{43}\n/)
    expect(await (await fetch(address)).text()).toContain('<div id="root">')
  })

  it('typed a second time says so, and ends', () => {
    const second = spawnSync(process.execPath, [script], { env: { ...withoutSettings(), ...env }, encoding: 'utf8', timeout: patienceMs })
    expect(second).toMatchObject({ status: 0, stdout: `绩衡已经在运行 / Jiheng is running already: ${address}\n` })
  })

  it('has its data to itself: the command names the process that has it', () => {
    expect(jiheng(['backup', folder.at('backup'), '--data', folder.at('data')])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/正由进程 \d+ 使用/),
    })
  })

  it('is set up by its link', async () => {
    const token = /setup\?token=([\w-]+)/.exec(first.said())?.[1]
    const headers = { 'content-type': 'application/json', 'x-jiheng-request': '1' }
    const me = { token, region: { name: '示例县', code: '000000' }, name: '管理员甲', loginName: 'manager', password: 'Sheng-Mi-Ma-20' }
    expect((await fetch(`${address}/api/v1/setup`, { method: 'POST', headers, body: JSON.stringify(me) })).status).toBe(200)
  })

  it('stops in order on Ctrl-C, also when the signal comes twice as from npm', async () => {
    const ended = once(first.child, 'exit')
    first.child.kill('SIGINT')
    first.child.kill('SIGINT')
    expect(await ended).toEqual([0, null])
    await expect(fetch(address)).rejects.toThrow()
    expect(jiheng(['doctor', '--data', folder.at('data')])).toMatchObject({ code: 0 })
  })

  it('knows the link that the command made for somebody who cannot sign in', { timeout: patienceMs }, async () => {
    const reset = jiheng(['user', 'reset', 'manager', '--data', folder.at('data')])
    expect(reset).toMatchObject({ code: 0, out: expect.stringContaining('“管理员甲”已重置') })
    const link = /link\?token=(\S+)/.exec(reset.out)?.[1]
    const again = start(env)
    await until(() => /停止请按/.test(again.said()), again.child)
    const place = /http:\/\/127\.0\.0\.1:\d+/.exec(again.said())?.[0]
    const looked = await (await fetch(`${place}/api/v1/links/${link}`)).json()
    expect(looked).toMatchObject({ kind: 'reset', loginName: 'manager', region: '示例县' })
    const ended = once(again.child, 'exit')
    again.child.kill('SIGTERM')
    expect(await ended).toEqual([0, null])
  })
})

describe('a port that is taken', () => {
  it('is named, and the next free one is used', { timeout: patienceMs }, async () => {
    const other = createServer().listen(usualPort, '127.0.0.1')
    // Taken by somebody else: just as good.
    await Promise.race([once(other, 'listening'), once(other, 'error')])
    const { child, said } = start({ JIHENG_DATA: folder.at('other') }, '--empty')
    await until(() => /停止请按/.test(said()), child)
    expect(said()).toContain(`端口 ${usualPort} 已被别的程序占用，改用`)
    expect(said()).not.toContain(`http://127.0.0.1:${usualPort}\n`)
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
    other.close()
  })
})

describe('the check of the start', () => {
  it('opens the page, sets up, and waits until every report of the example is audited', { timeout: patienceMs }, () => {
    const done = spawnSync(process.execPath, [script, '--check'], { env: withoutSettings(), encoding: 'utf8', timeout: patienceMs })
    expect(done.stderr).toBe('')
    expect(done).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^start: ready; 3 batches, \d\d documents: \d\d audited, 1 unread$/m),
    })
  })

  it('an option that there is not is named', () => {
    const done = spawnSync(process.execPath, [script, '--nope'], { encoding: 'utf8' })
    expect(done).toMatchObject({ status: 2, stderr: expect.stringContaining('“--nope”') })
  })
})
