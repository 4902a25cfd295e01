import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { unpackWithSevenZip } from '../../src/programs/seven-zip.ts'

const path = process.env.PATH
const folders: string[] = []
afterEach(() => {
  process.env.PATH = path
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

describe.skipIf(process.platform === 'win32')('an archive', () => {
  it('whose list is longer than anybody reads is not unpacked: what stands behind would be counted by nobody', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'seven-zip-'))
    folders.push(folder)
    const program = `#!/bin/sh
[ "$1" = l ] || exec touch "${folder}/unpacked"
printf '\\n----------\\nPath = a.txt\\nSize = 1\\n\\nPath = '
head -c 9000000 /dev/zero | tr '\\0' a
printf '\\nSize = 1\\n'
`
    writeFileSync(join(folder, '7zz'), program, { mode: 0o755 })
    process.env.PATH = `${folder}:${path}`
    const budget = { entries: 5000, bytes: 1_000_000 }
    const problems = await unpackWithSevenZip(join(folder, 'a.7z'), '7z', 'a.7z', folder, budget)
    expect(problems).toMatchObject([{ code: 'file.unsafe', at: ['a.7z'], details: { reason: 'too-many-entries' } }])
  })
})
