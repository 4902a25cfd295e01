/**
 * Time and physical measures. Only factors that are finite decimals and the same everywhere join two units in one dimension:
 * 亩 is 2000/3 m² and a GB is 1000 or 1024 MB depending on who sells it, so each stands alone.
 */
import type { Unit } from './unit-shape.ts'

const unit = (id: string, dimension: string, factor: string, ...symbols: readonly string[]): Unit => ({ id, symbols, dimension, factor })

export const MEASURE_UNITS: readonly Unit[] = [
  // Months and years have no fixed number of days: a calendar dimension beside clock time.
  unit('second', 'time', '1', '秒', '秒钟'),
  unit('minute', 'time', '60', '分钟'),
  unit('hour', 'time', '3600', '小时', '个小时', '钟头', '个钟头'),
  unit('day', 'time', '86400', '天', '日'),
  unit('week', 'time', '604800', '周', '星期', '个星期'),
  unit('month', 'calendar', '1', '月', '个月', '月份'),
  unit('quarter', 'calendar', '3', '季度', '个季度'),
  unit('year', 'calendar', '12', '年'),
  unit('working-day', 'working-day', '1', '个工作日', '工作日'),
  unit('age', 'age', '1', '岁', '周岁'),

  unit('millimetre', 'length', '0.001', '毫米', 'mm'),
  unit('centimetre', 'length', '0.01', '厘米', 'cm'),
  unit('metre', 'length', '1', '米', '延米', 'm'),
  unit('kilometre', 'length', '1000', '公里', '千米', 'km', 'KM'),
  unit('square-metre', 'area', '1', '平方米', '㎡', '平米', 'm²', 'm2', 'M2'),
  unit('hectare', 'area', '10000', '公顷'),
  unit('square-kilometre', 'area', '1000000', '平方公里', '平方千米', 'km²', 'km2'),
  unit('mu', 'mu', '1', '亩'),
  unit('litre', 'volume', '1', '升', '公升', 'L'),
  unit('cubic-metre', 'volume', '1000', '立方米', '立方', 'm³', 'm3'),
  unit('gram', 'mass', '0.001', '克', 'g'),
  unit('jin', 'mass', '0.5', '斤', '市斤'),
  unit('kilogram', 'mass', '1', '千克', '公斤', 'kg', 'KG'),
  unit('tonne', 'mass', '1000', '吨', 't'),
  unit('kilowatt', 'power', '1', '千瓦', 'kW', 'KW', 'kw'),
  unit('kilowatt-hour', 'energy', '1', '千瓦时', '度电', 'kWh', 'KWh', 'kwh'),
  unit('celsius', 'celsius', '1', '℃', '摄氏度'),
  // G, T and M alone are left out: 5G is a network.
  unit('kilobyte', 'kilobyte', '1', 'KB', 'kb'),
  unit('megabyte', 'megabyte', '1', 'MB', '兆'),
  unit('gigabyte', 'gigabyte', '1', 'GB'),
  unit('terabyte', 'terabyte', '1', 'TB'),
  unit('megabit-per-second', 'megabit-per-second', '1', 'Mbps', 'MBPS', 'mbps'),
  unit('gigabit-per-second', 'gigabit-per-second', '1', 'Gbps', 'gbps'),
]
