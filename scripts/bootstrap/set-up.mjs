/** All set-up that a fresh machine needs before anything of ours can run: dependencies, programs, the bundled command and server, the pages. */
import { bundleWhenStale } from './bundle.mjs'
import { installWhenStale } from './install.mjs'
import { programsFor, provide } from './programs.mjs'
import { webWhenStale } from './web.mjs'

/**
 * @param {import('./programs.mjs').Command} command
 * @returns the programs that are missing for it; ends the process when set-up is impossible
 */
export async function setUp(command) {
  if (!installWhenStale()) process.exit(1)
  const missing = provide(programsFor(command))
  try {
    for (const file of await bundleWhenStale()) console.log(`已生成 / built ${file}`)
    // Tests build the pages that they need themselves.
    if (command === 'start' && (await webWhenStale())) console.log('已生成 / built apps/web/dist')
  } catch (error) {
    console.error(`程序生成失败 / the programs could not be built: ${error instanceof Error ? error.message : String(error)}`)
    process.exit(1)
  }
  return missing
}
