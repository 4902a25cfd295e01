import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { bundled } from '../../../../packages/runner/test/fakes/bundle.ts'
import { forEachDatabase } from '../../../../packages/store/test/support/databases.ts'
import { madeReports } from '../../src/demo/report-data.ts'
import { seedDemonstration } from '../../src/demo/seed-demonstration.ts'
import { serversOn } from '../support/running-server.ts'
import { findingsIn, whenDone } from '../support/workbench.ts'

const child = bundled('real', 'child.mjs')
const reports = fileURLToPath(new URL('../../../../corpus/reports', import.meta.url))

forEachDatabase((database) => {
  const start = serversOn(database)

  describe('the demonstration', () => {
    it('is audited by the workers: clean reports stay silent, slips are found, the scan is told, each stands with its unit', async () => {
      const one = await start({ childPath: child(), isEmpty: true })
      expect(await seedDemonstration(one.server.container, reports)).toBe(true)
      expect(await seedDemonstration(one.server.container, reports)).toBe(false)
      const { client } = await one.addPerson('管理员', ['document.read', 'batch.manage'], null)
      const { items: batches } = await client.call('batches.list', {})
      expect(batches.map(({ title }) => title)).toEqual([
        '2024年度部门整体绩效自评（示例）',
        '2023年度部门整体绩效自评（示例）',
        '公开报告样例',
      ])
      const all = []
      for (const { id } of batches) all.push(...(await whenDone({ client, batch: id }, 60)))
      for (const made of madeReports) {
        const item = all.find(({ fileName, year }) => made.file.endsWith(fileName) && year === made.year)
        if (process.env.SHOW !== undefined && item !== undefined && item.state === 'done') {
          console.log(
            made.file,
            item.findings,
            item.kind,
            (await findingsIn(client, item.id)).map((f) => `${f.severity} ${f.check}: ${f.message}`),
          )
        }
        expect(item?.state, made.file).toBe(made.form === 'scan' ? 'unread' : 'done')
        expect(item?.organisation?.name, made.file).toBe(made.unit)
        if (made.form === 'scan') continue
        const { findings: counts } = item as NonNullable<typeof item>
        if (made.slips === undefined) expect(counts, made.file).toMatchObject({ error: 0, warning: 0 })
        else expect(counts.error + counts.warning, made.file).toBeGreaterThan(0)
      }
      const published = all.filter(({ fileName }) => fileName.endsWith('.txt'))
      expect(published).toHaveLength(5)
      expect(published.every(({ organisation, state }) => organisation === null && state === 'done')).toBe(true)
      const summary = await client.call('batches.summary', { params: { batch: batches[0]?.id ?? '' } })
      expect(summary.shared.length).toBeGreaterThan(0)
      expect(summary.missing.map(({ name }) => name)).toEqual([
        '云溪县财政局',
        '云溪县农业农村局',
        '云溪县文化广电和旅游局',
        '云溪县应急管理局',
      ])
      const education = all.find(({ fileName, year }) => fileName.startsWith('教育局') && year === 2024)
      const { others } = await client.call('documents.get', { params: { document: education?.id ?? '' } })
      expect(others.map(({ year }) => year)).toEqual([2023])
    }, 120_000)
  })
})
