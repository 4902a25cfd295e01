import { build } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { inProject } from '../../bench/project.ts'
import { shared } from '../../scripts/bootstrap/bundle.mjs'

describe('the script of a page, taken from the bundled command', () => {
  test('stands on its own: no helper of the bundler, nothing that would end its element', async () => {
    const entry = inProject('packages/report/src/html/report-script.ts')
    const { outputFiles } = await build({ ...shared, entryPoints: [entry], sourcemap: false, write: false })
    const bundled = outputFiles[0]?.text ?? ''
    const { reportScript } = await import(`data:text/javascript,${encodeURIComponent(bundled)}`)
    const text = String(reportScript)
    expect(text).toContain('function reportScript')
    expect(text).not.toMatch(/__\w|\bimport\b|\brequire\(|<\/script|<!--/)
  })
})
