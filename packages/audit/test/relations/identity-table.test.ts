import { existsSync, readFileSync } from 'node:fs'
import { ingestText } from '@jiheng/ingest'
import { describe, expect, test } from 'vitest'
import { claimsOfReport } from '../../src/claims/claims-of-report.ts'
import { catalogue } from '../../src/index.ts'
import { identities } from '../../src/relations/identities.ts'
import { relationsOf } from '../../src/relations/recognise/all.ts'
import { HEAD, table } from '../audit-text.ts'
import { accountsReport } from './accounts-report.ts'

const byId = new Map(identities.map((identity) => [identity.id, identity]))
const checks = new Set(catalogue.map(({ id }) => id))
const recogniser = (name: string): URL => new URL(`../../src/relations/recognise/${name}.ts`, import.meta.url)

/** Pieces of reports that between them hold every identity that a relation judges. */
const TEXTS: readonly string[] = [
  accountsReport(),
  `${HEAD}本年支出100.00万元，其中基本支出60.00万元（人员经费50.00万元、公用经费10.00万元），项目支出40.00万元。`,
  `${HEAD}年初结转10.00万元，本年收入100.00万元，本年支出90.00万元，年末结转20.00万元。收入总计110.00万元，支出总计110.00万元。`,
  `${HEAD}“三公”经费支出7.50万元，其中公务接待费1.50万元、公务用车购置及运行维护费6.00万元（购置费0万元、运行维护费6.00万元）、因公出国（境）费0万元。`,
  `${HEAD}年初预算100.00万元，年中追加20.00万元，全年预算120.00万元，支出110.00万元，未用完10.00万元。`,
  `${HEAD}预算执行率82.50%，结转结余率17.50%。`,
  `${HEAD}资产总额331.52万元，负债总额100.10万元，净资产231.42万元。固定资产原值500.00万元，累计折旧200.00万元，固定资产净值300.00万元。`,
  `${HEAD}固定资产年初账面原值520.30万元，本年购置48.60万元，报废12.40万元，年末账面原值556.50万元。`,
  `${HEAD}政府采购支出12.55万元，其中货物采购5.30万元、服务采购7.25万元。`,
  `${HEAD}无项目支出。年初预算100.00万元，其中人员经费年初预算90.00万元，公用经费年初预算10.00万元。`,
  `${HEAD}自评总得分88分，其中：投入管理得28分，产出指标得40分，效益指标得20分。`,
  `${HEAD}一、投入管理（满分20分，得18分）\n目标合理性满分8分，得8分；指标明确性满分12分，得10分。`,
  `${HEAD}单位：万元\n${table('项目名称 | 预算数 | 执行数', '甲项目 | 20.00 | 18.00', '乙项目 | 30.00 | 29.00', '合计 | 50.00 | 47.00')}`,
  `${HEAD}单位：万元\n${table(
    '年度主要任务 | 任务名称 | 预算数 | 执行数',
    ' | 任务1：整理 | 22.00 | 20.00',
    ' | 任务2：维护 | 37.00 | 32.00',
    '预算情况 |  | 年初预算数 | 预算执行数',
    '部门预算总额 |  | 59.00 | 52.00',
    '1、资金来源：（1）财政性资金 |  | 50.00 | 50.00',
    '（2）其他资金 |  | 9.00 | 2.00',
  )}`,
]

/** Relations of identities, with what they cite. */
const cited = TEXTS.flatMap((text) =>
  ingestText(new TextEncoder().encode(text), { name: 'report.txt', sha256: '' }).reports.flatMap((report) =>
    relationsOf(claimsOfReport(report, 0)).map(({ source }) => ({ ...source, ids: source.citation?.match(/ID-\d\d/g) ?? [] })),
  ),
)

describe('the table of identities', () => {
  test('holds each of the 68 once, in order', () => {
    expect(identities.map(({ id }) => id)).toEqual([...Array(68).keys()].map((at) => `ID-${String(at + 1).padStart(2, '0')}`))
  })

  test.each(identities.map((identity) => [identity.id, identity] as const))(
    '%s names what judges it, or says why nothing does',
    (_, identity) => {
      for (const check of identity.checks) expect(checks).toContain(check)
      for (const name of identity.by) {
        expect(existsSync(recogniser(name)), name).toBe(true)
        expect(readFileSync(recogniser(name), 'utf8'), name).toContain(identity.id)
      }
      expect(identity.severity === null).toBe(identity.checks.length === 0)
      if (identity.checks.length === 0) {
        expect(identity.by).toEqual([])
        expect(identity.note.length).toBeGreaterThan(5)
      } else expect(identity.by.length > 0 || identity.checks.some((check) => check !== 'total-mismatch')).toBe(true)
    },
  )

  test('is cited by every relation of an identity, and cites nothing that is not judged', () => {
    for (const { by, ref, ids } of cited) {
      if (by === 'identity') expect(ids, ref).not.toEqual([])
      for (const id of ids) expect(byId.get(id)?.checks, `${id} ${ref}`).not.toEqual([])
    }
  })

  test('leaves nothing out without a word in the known limits', () => {
    const limits = readFileSync(new URL('../../../../docs/known-limits.md', import.meta.url), 'utf8')
    for (const { id, checks: told } of identities) if (told.length === 0) expect(limits).toContain(id)
  })

  test('names no recogniser in vain: what it judges is cited somewhere', () => {
    const seen = new Set(cited.flatMap(({ ids }) => ids))
    expect(identities.filter(({ id, by }) => by.length > 0 && !seen.has(id)).map(({ id }) => id)).toEqual([])
  })
})
