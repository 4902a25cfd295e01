/** Looking after the data: the command in processes of its own, on both databases. */
import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openConnection } from '@jiheng/store'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { beginFromTemplate, makeServedDatabase } from '../../packages/store/test/support/databases.ts'
import { skipServed } from '../../packages/store/test/support/served-cluster.ts'
import { bundleWhenStale, jiheng, makeInstallation, workFolder } from './platform.ts'

// Each word of the command is a process that opens a database.
vi.setConfig({ testTimeout: 120_000 })

const folder = workFolder()
const data = folder.at('data')
let digest: string
beforeAll(async () => {
  await bundleWhenStale()
  digest = await makeInstallation(data)
}, 120_000)
afterAll(folder.remove)

/** What an export tells of its tables, without the journal, which grows by what is exported and imported. */
function tablesIn(name: string): readonly { readonly name: string }[] {
  const { tables } = JSON.parse(readFileSync(folder.at(name, 'manifest.json'), 'utf8')) as { tables: { name: string }[] }
  return tables.filter((table) => table.name !== 'journal')
}

/** A copy of the installation, to be damaged. */
function copied(name: string): string {
  cpSync(data, folder.at(name), { recursive: true })
  return folder.at(name)
}
const vaultFile = (installation: string) => join(installation, 'files', 'kept', digest.slice(0, 2), digest)

describe('from the embedded database to a served one and back', () => {
  it.skipIf(skipServed)(
    'the data is the same to the last digest',
    async () => {
      const served = await makeServedDatabase()
      try {
        const onServer = { DATABASE_URL: served.address, JIHENG_DATA: folder.at('served-data') }
        expect(jiheng(['export', folder.at('first'), '--data', data])).toMatchObject({ code: 0 })
        expect(jiheng(['import', folder.at('first')], onServer)).toMatchObject({ code: 0 })
        expect(jiheng(['export', folder.at('second')], onServer)).toMatchObject({ code: 0 })
        await beginFromTemplate(folder.at('back', 'database'))
        expect(jiheng(['import', folder.at('second'), '--data', folder.at('back')])).toMatchObject({ code: 0 })
        expect(jiheng(['export', folder.at('third'), '--data', folder.at('back')])).toMatchObject({ code: 0 })
        expect(tablesIn('second')).toEqual(tablesIn('first'))
        expect(tablesIn('third')).toEqual(tablesIn('first'))
        // The chain of the journal came along whole.
        expect(jiheng(['doctor', '--data', folder.at('back')])).toMatchObject({ code: 0, out: expect.stringContaining('环环相扣') })
        expect(jiheng(['import', folder.at('first')], onServer)).toMatchObject({ code: 2, err: expect.stringContaining('已经有数据') })
      } finally {
        await served.remove()
      }
    },
    120_000,
  )
})

describe('backups', () => {
  it('are read back, only the newest stay, and the newest is what is restored', async () => {
    const backups = folder.at('backups')
    const first = jiheng(['backup', backups, '--data', data])
    expect(first).toMatchObject({ code: 0, err: expect.stringContaining('读回核对一致') })
    await new Promise((resolve) => setTimeout(resolve, 1100))
    expect(jiheng(['backup', backups, '--keep', '1', '--data', data])).toMatchObject({ code: 0 })
    expect(readdirSync(backups)).toHaveLength(1)
    const restored = jiheng(['restore', backups, '--data', folder.at('restored')])
    expect(restored).toMatchObject({ code: 0, err: expect.stringContaining(readdirSync(backups)[0] as string) })
    expect(readFileSync(vaultFile(folder.at('restored')))).toEqual(readFileSync(vaultFile(data)))
    expect(jiheng(['user', 'list', '--data', folder.at('restored')]).out).toMatch(/^manager +管理员甲 +管理账号/m)
  })

  it('are never restored over data that is there', () => {
    expect(jiheng(['restore', folder.at('backups'), '--data', data])).toMatchObject({ code: 2, err: expect.stringContaining('没有导入') })
  })

  it('tell of a file that is gone, keep the older ones then, and write the rest', () => {
    const damaged = copied('without-file')
    rmSync(vaultFile(damaged))
    const before = readdirSync(folder.at('backups')).length
    const ran = jiheng(['backup', folder.at('backups'), '--keep', '1', '--data', damaged])
    expect(ran).toMatchObject({ code: 1, err: expect.stringContaining('1 个文件已丢失或损坏') })
    expect(readdirSync(folder.at('backups'))).toHaveLength(before + 1)
  })
})

describe('the doctor', () => {
  it('finds nothing wrong where nothing is', () => {
    expect(jiheng(['doctor', '--data', data])).toMatchObject({ code: 0, err: '' })
  })

  it('finds a file whose contents were changed', () => {
    const damaged = copied('changed-file')
    appendFileSync(vaultFile(damaged), '！')
    expect(jiheng(['doctor', '--data', damaged])).toMatchObject({ code: 1, out: expect.stringContaining(`有误  文件  ${digest}`) })
  })

  it('finds files that belong to nobody', () => {
    const damaged = copied('orphan')
    const stranger = 'f'.repeat(64)
    cpSync(vaultFile(damaged), join(damaged, 'files', 'kept', 'ff', stranger), { recursive: true })
    expect(jiheng(['doctor', '--data', damaged])).toMatchObject({ code: 0, out: expect.stringContaining('有 1 个没有登记') })
  })

  it('finds a journal that was changed behind the program', async () => {
    const damaged = copied('broken-chain')
    const connection = await openConnection({ kind: 'embedded', folder: join(damaged, 'database') })
    await sql`update journal set actor_name = '某某'`.execute(connection.db)
    await connection.close()
    expect(jiheng(['doctor', '--data', damaged])).toMatchObject({ code: 1, out: expect.stringContaining('第 1 个封签对不上') })
  })

  it('makes nothing where there is nothing', () => {
    expect(jiheng(['doctor', '--data', folder.at('nowhere')])).toMatchObject({ code: 2, err: expect.stringContaining('还没有数据') })
    expect(existsSync(folder.at('nowhere'))).toBe(false)
  })

  it('says which settings are wrong', () => {
    const ran = jiheng(['doctor'], { JIHENG_PORT: 'many', DATABASE_URL: 'mysql://root:secret@db/x' })
    expect(ran).toMatchObject({ code: 2, err: expect.stringMatching(/DATABASE_URL.*\n.*JIHENG_PORT/) })
    expect(ran.err).not.toContain('secret')
  })
})

describe('a data folder that somebody else made', () => {
  it('an export that was touched is refused with what is wrong, and nothing is made of it', () => {
    jiheng(['export', folder.at('touched'), '--data', data])
    writeFileSync(folder.at('touched', 'manifest.json'), '\u001b[31m{')
    const ran = jiheng(['import', folder.at('touched'), '--data', folder.at('from-touched')])
    expect(ran).toMatchObject({ code: 2, err: expect.stringContaining('manifest.json 的内容不对') })
    expect(existsSync(folder.at('from-touched'))).toBe(false)
  })
})
