import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Member, makeZip } from '../../../../bench/formats/make-zip.ts'
import { bundled, runBundle } from '../../../../packages/runner/test/fakes/bundle.ts'
import { aFolder, type Folder } from '../../../../packages/runner/test/fakes/folder.ts'

const text = (name: string, content: string): Member => ({ name, content })

const bundle = bundled('fake')

describe('the temporary folder', () => {
  const inside = (names: readonly string[]) => names.filter((name) => /^jiheng/.test(name))

  it('is gone when the command ends', async () => {
    const folder = aFolder({ 'a.zip': makeZip([text('1.txt', '[[1]]'), text('2.docx', '{{2}}')]) })
    const { out, code } = await command(folder, ['a.zip', '--format', 'json'])
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).file),
    ).toEqual(['a.zip/1.txt', 'a.zip/2.docx', undefined])
    expect(code).toBe(1)
    expect(inside(readdirSync(folder.path))).toEqual([])
  })

  it('is gone after Ctrl-C', async () => {
    const slow = Array.from({ length: 60 }, (_, i) => text(`${String(i).padStart(2, '0')}.docx`, '!slow'))
    const folder = aFolder({ 'a.zip': makeZip(slow) })
    const { code } = await command(folder, ['a.zip', '--format', 'json', '--jobs', '2'], '03.docx')
    expect(code).toBe(130)
    expect(inside(readdirSync(folder.path))).toEqual([])
  })

  it('is gone after Ctrl-C while the archive is unpacked', async () => {
    const many = makeZip(Array.from({ length: 3000 }, (_, i) => text(`${i}/${i}.txt`, 'x'.repeat(2000))))
    const folder = aFolder({
      'a.zip': makeZip([
        { name: 'b.zip', content: many },
        { name: 'c.zip', content: many },
      ]),
    })
    const child = spawn(process.execPath, [bundle(), 'audit', 'a.zip', '--format', 'json'], {
      cwd: folder.path,
      env: { ...process.env, TMPDIR: folder.path },
    })
    const watch = setInterval(() => {
      if (inside(readdirSync(folder.path)).length > 0) child.kill('SIGINT')
    }, 10)
    const [code, signal] = await once(child, 'exit')
    clearInterval(watch)
    expect([code, signal]).toEqual([130, null])
    expect(inside(readdirSync(folder.path))).toEqual([])
  })
})

/** With temporary files in the folder itself. */
function command(folder: Folder, words: readonly string[], interruptAfter?: string) {
  const options = { cwd: folder.path, env: { TMPDIR: folder.path } }
  return runBundle(bundle(), ['audit', ...words], interruptAfter === undefined ? options : { ...options, interruptAfter })
}
