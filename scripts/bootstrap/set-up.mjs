/** All set-up that a fresh machine needs before anything of ours can run: dependencies, programs, the bundled command and server. */
import { bundleWhenStale } from './bundle.mjs'
import { installWhenStale } from './install.mjs'
import { programsFor, provide } from './programs.mjs'

/**
 * @param {import('./programs.mjs').Command} command
 * @returns the programs that are missing for it; ends the process when set-up is impossible
 */
export async function setUp(command) {
  if (!installWhenStale()) process.exit(1)
  const missing = provide(programsFor(command))
  try {
    for (const file of await bundleWhenStale()) console.log(`已生成 / built ${file}`)
  } catch (error) {
    console.error(`程序生成失败 / the programs could not be built: ${error instanceof Error ? error.message : String(error)}`)
    process.exit(1)
  }
  return missing
}
