/** Money. Base unit: yuan. Foreign currencies are dimensions of their own, since rates of exchange are no constants. */
import type { Unit } from './unit-shape.ts'

export const MONEY_UNITS: readonly Unit[] = [
  { id: 'yuan', symbols: ['元', '圆', '元人民币', '块钱', '人民币元'], dimension: 'money', factor: '1' },
  { id: 'jiao', symbols: ['角'], dimension: 'money', factor: '0.1' },
  // 分 also means a score and nearly always does here: the point comes first for this symbol, see units/ratio.ts and scan-numbers.ts.
  { id: 'fen', symbols: ['分', '分钱'], dimension: 'money', factor: '0.01' },
  { id: 'bai-yuan', symbols: ['百元'], dimension: 'money', factor: '100' },
  { id: 'qian-yuan', symbols: ['千元', '千圆', '仟元'], dimension: 'money', factor: '1000' },
  { id: 'wan-yuan', symbols: ['万元', '万圆', '萬元', '万元人民币', '万人民币'], dimension: 'money', factor: '10000' },
  { id: 'shi-wan-yuan', symbols: ['十万元'], dimension: 'money', factor: '100000' },
  { id: 'bai-wan-yuan', symbols: ['百万元'], dimension: 'money', factor: '1000000' },
  { id: 'qian-wan-yuan', symbols: ['千万元'], dimension: 'money', factor: '10000000' },
  { id: 'yi-yuan', symbols: ['亿元', '億元', '亿圆', '亿元人民币', '亿人民币'], dimension: 'money', factor: '100000000' },
  { id: 'bai-yi-yuan', symbols: ['百亿元'], dimension: 'money', factor: '10000000000' },
  { id: 'qian-yi-yuan', symbols: ['千亿元'], dimension: 'money', factor: '100000000000' },
  { id: 'wan-yi-yuan', symbols: ['万亿元'], dimension: 'money', factor: '1000000000000' },
  { id: 'us-dollar', symbols: ['美元', '美金'], dimension: 'us-dollar', factor: '1' },
  { id: 'hong-kong-dollar', symbols: ['港元', '港币'], dimension: 'hong-kong-dollar', factor: '1' },
  { id: 'euro', symbols: ['欧元'], dimension: 'euro', factor: '1' },
  { id: 'yen', symbols: ['日元'], dimension: 'yen', factor: '1' },
]
