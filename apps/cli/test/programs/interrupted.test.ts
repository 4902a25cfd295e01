import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { setTimeout as after } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { bundled } from '../../../../packages/runner/test/fakes/bundle.ts'
import { aFolder } from '../../../../packages/runner/test/fakes/folder.ts'

const bundle = bundled('real')

describe.skipIf(process.platform === 'win32')('while a file is converted', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
    '%s ends the converter and leaves nothing behind',
    { timeout: 30_000 },
    async (signal) => {
      const folder = aFolder({
        'a.rtf': '{\\rtf1 100}',
        'bin/soffice': `#!/bin/sh\nsleep 300 &\necho $! > "$(dirname "$0")/started"\nsleep 300\n`,
      })
      chmodSync(folder.at('bin/soffice'), 0o755)
      mkdirSync(folder.at('tmp'))
      const env = { ...process.env, PATH: `${folder.at('bin')}:${process.env.PATH}`, TMPDIR: folder.at('tmp') }
      const child = spawn(process.execPath, [bundle(), 'audit', folder.at('a.rtf')], { env, stdio: 'ignore' })
      await until(() => existsSync(folder.at('bin/started')) && readFileSync(folder.at('bin/started'), 'utf8').trim() !== '')
      const converter = Number(readFileSync(folder.at('bin/started'), 'utf8'))
      child.kill(signal)
      await once(child, 'exit')
      await until(() => !isRunning(converter))
      // Killed at once, the command cannot clean up; its child ends the converter all the same.
      if (signal !== 'SIGKILL') expect(readdirSync(folder.at('tmp'))).toEqual([])
    },
  )
})

async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; !holds(); turn++) {
    if (turn > 500) throw new Error('it never came')
    await after(20)
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !existsSync(`/proc/${pid}/status`) || !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}
