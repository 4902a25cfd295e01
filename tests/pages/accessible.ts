/** What axe finds on a page, each as one line. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { inProject } from '../../bench/project.ts'

const axe = readFileSync(inProject('node_modules/axe-core/axe.min.js'), 'utf8')

/** Empty when everybody can use the page. */
export async function barriersOf(page: Page): Promise<readonly string[]> {
  // Through the debugger, not as an element: the policy of the page would refuse it.
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: readonly Violation[] }> } }
    interface Violation {
      readonly id: string
      readonly help: string
      readonly nodes: readonly { readonly html: string }[]
    }
    const { violations } = await axe.run()
    return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.length} × ${nodes[0]?.html.slice(0, 200)}`)
  })
}
