import { describe, expect, it } from 'vitest'
import { isInstalled, stampOf } from '../../scripts/bootstrap/install.mjs'
import { isTooOld } from '../../scripts/bootstrap/node-floor.mjs'
import { openerOf } from '../../scripts/bootstrap/open-for-person.mjs'
import { nextFreePort, usualPort } from '../../scripts/bootstrap/port.mjs'
import { installCommand, missingOf, reportSkips } from '../../scripts/bootstrap/programs.mjs'

describe('the oldest Node', () => {
  it.each(['v20.19.0', '20.20.2', 'v22.0.0', 'v26.10.0'])('%s is new enough', (version) => expect(isTooOld(version)).toBe(false))
  it.each(['v20.18.3', '18.20.8', 'v8.9.0', '20.9.0'])('%s is too old', (version) => expect(isTooOld(version)).toBe(true))
})

describe('installed dependencies', () => {
  const lock = (packages: object) => JSON.stringify({ packages: { '': {}, 'packages/quantity': {}, ...packages } })
  const a = { version: '1.0.0', integrity: 'sha512-a' }

  it('are in place when npm wrote down the same versions and digests', () => {
    expect(isInstalled(lock({ 'node_modules/a': a }), lock({ 'node_modules/a': a }))).toBe(true)
  })

  it('are stale when one is missing, older or of another digest', () => {
    const wanted = lock({ 'node_modules/a': a })
    expect(isInstalled(wanted, null)).toBe(false)
    expect(isInstalled(wanted, lock({}))).toBe(false)
    expect(isInstalled(wanted, lock({ 'node_modules/a': { ...a, version: '0.9.0' } }))).toBe(false)
    expect(isInstalled(wanted, lock({ 'node_modules/a': { ...a, integrity: 'sha512-b' } }))).toBe(false)
  })

  it('may lack optional packages of other machines, not those of this one', () => {
    const other = { ...a, optional: true, os: ['no-such-system'] }
    const own = { ...a, optional: true, os: [process.platform], cpu: [process.arch] }
    expect(isInstalled(lock({ 'node_modules/other': other }), lock({}))).toBe(true)
    expect(isInstalled(lock({ 'node_modules/own': own }), lock({}))).toBe(false)
  })

  it('get another stamp when the lock file changes', () => {
    expect(stampOf('a')).not.toBe(stampOf('b'))
  })
})

describe('the browser', () => {
  it('opens where somebody sits before a desktop, and nowhere else', () => {
    expect(openerOf('linux', { DISPLAY: ':0' }, true)).toEqual(['xdg-open'])
    expect(openerOf('darwin', {}, true)).toEqual(['open'])
    expect(openerOf('win32', {}, true)).toEqual(['cmd', '/c', 'start', ''])
    expect(openerOf('linux', {}, true)).toBeNull()
    expect(openerOf('linux', { DISPLAY: ':0' }, false)).toBeNull()
    expect(openerOf('darwin', { CI: 'true' }, true)).toBeNull()
  })
})

describe('the port', () => {
  it('is the usual one, else the next that is free', async () => {
    expect(await nextFreePort(async () => true)).toBe(usualPort)
    expect(await nextFreePort(async (port) => port >= usualPort + 3)).toBe(usualPort + 3)
  })

  it('is none where all of them are taken', async () => expect(await nextFreePort(async () => false)).toBeNull())
})

describe('optional programs', () => {
  const list = [
    { name: 'here', probe: ['here'], debian: 'here-package', part: 'part one', neededBy: 'test' as const },
    { name: 'away', probe: ['away'], debian: 'away-package', part: 'part two', neededBy: 'test' as const },
  ]
  const missing = missingOf(list, ([command]) => command === 'here')

  it('that are missing are named with the command that installs them', () => {
    expect(missing.map((program) => program.name)).toEqual(['away'])
    expect(installCommand(missing)).toBe('apt-get install -y --no-install-recommends away-package')
  })

  it('are skipped visibly and counted', () => {
    const report = reportSkips(missing, false)
    expect(report.failed).toBe(false)
    expect(report.lines.join('\n')).toContain('1 part(s) skipped')
    expect(report.lines.join('\n')).toContain('part two')
  })

  it('fail a run with CI=true', () => {
    expect(reportSkips(missing, true).failed).toBe(true)
    expect(reportSkips([], true)).toEqual({ lines: [], failed: false })
  })
})
