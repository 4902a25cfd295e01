import { describe, expect, it } from 'vitest'
import { forEachDatabase } from '../../../../packages/store/test/support/databases.ts'
import { browserOn, goodPassword, refusalOf } from '../support/browser.ts'
import { serversOn } from '../support/running-server.ts'

forEachDatabase((database) => {
  describe('the first set-up', () => {
    const start = serversOn(database)

    it('clicked several times at once is done once, and leaves one region', async () => {
      const { server } = await start({ childPath: '/no-child', settings: { workers: 0 }, isEmpty: true })
      const token = new URL(server.setupLink ?? '').searchParams.get('token') ?? ''
      const region = { name: '测试县', code: '130999' }
      const click = (at: number) =>
        refusalOf(browserOn(() => server).client, 'setup.do', {
          body: { token, region, name: '甲', loginName: `first${at}`, password: goodPassword },
        })
      const state = () => browserOn(() => server).client.call('setup.state')
      expect((await state()).warnings).toEqual(server.container.warnings)
      const outcomes = await Promise.all([1, 2, 3, 4].map(click))
      expect(outcomes.filter((code) => code === null)).toHaveLength(1)
      expect(outcomes.filter((code) => code !== null && code !== 'setup.done' && code !== 'link.invalid')).toEqual([])
      const regions = await server.container.transact(({ db }) => db.selectFrom('regions').select('id').execute())
      expect(regions).toHaveLength(1)
      // What the installation lacks is nobody's business who is not signed in.
      expect(await state()).toMatchObject({ isDone: true, warnings: [] })
    }, 60_000)
  })
})
