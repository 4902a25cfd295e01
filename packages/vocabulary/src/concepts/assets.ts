/** Stocks of the balance sheet and of the asset report. */
import type { Concept } from '../concept.ts'

const stock = (id: string, label: string, aliases: readonly string[] = []): Concept => ({
  id,
  label,
  kind: 'stock',
  aliases,
  source: '财库〔2023〕22号',
})

export const ASSET_CONCEPTS: readonly Concept[] = [
  stock('assets', '资产总额', ['资产总计', '资产合计', '总资产', '国有资产总额', '资产账面总额', '资产总值']),
  stock('current-assets', '流动资产', ['流动资产合计']),
  stock('non-current-assets', '非流动资产', ['非流动资产合计']),
  stock('cash', '货币资金'),
  stock('receivables', '其他应收款净额', ['其他应收款']),
  stock('liabilities', '负债总额', ['负债', '负债合计', '总负债', '负债总计']),
  stock('current-liabilities', '流动负债', ['流动负债合计']),
  stock('net-assets', '净资产', ['净资产合计', '净资产总额', '净资产总计']),
  stock('fixed-assets-gross', '固定资产原值', ['原值', '账面原值', '固定资产账面原值', '固定资产原价', '固定资产总值']),
  stock('fixed-assets-net', '固定资产净值', ['净值', '账面净值', '固定资产账面净值', '固定资产净额']),
  stock('depreciation', '累计折旧', ['固定资产累计折旧']),
  stock('fixed-assets-in-use', '在用固定资产', ['实际在用固定资产总额', '在用固定资产总额', '实际在用固定资产']),
  { id: 'fixed-assets-added', label: '固定资产增加', kind: 'flow', aliases: ['新增固定资产', '固定资产增加额', '本年新增固定资产'] },
  {
    id: 'assets-disposed',
    label: '处置资产',
    kind: 'flow',
    aliases: [
      '处置国有资产',
      '处置固定资产',
      '固定资产减少',
      '国有资产处置',
      '报废固定资产',
      '固定资产处置',
      '资产处置',
      '处置报废固定资产',
    ],
  },
]
