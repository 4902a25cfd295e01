import { expect, it } from 'vitest'
import { connectEmbedded } from '../../src/connection/connect-embedded.ts'
import { embeddedSettings } from '../support/databases.ts'

it('a database that begins from a template opens in less than half the time of one that begins from nothing', async () => {
  const { folder, templates } = await embeddedSettings()
  const timeOf = async (settings: { folder: string; templates?: string }) => {
    const start = performance.now()
    const { close } = await connectEmbedded({ kind: 'embedded', ...settings })
    const taken = performance.now() - start
    await close()
    return taken
  }
  const fromTemplate = await timeOf({ folder: `${folder}-a`, templates })
  expect(fromTemplate).toBeLessThan((await timeOf({ folder: `${folder}-b` })) / 2)
}, 60_000)
