/** From figures to what ECharts draws. */
import type { EChartsCoreOption } from 'echarts/core'

export interface Plot {
  readonly kind: 'bars' | 'stacked-bars' | 'lines' | 'slices'
  readonly title: string
  /** Bars lie, so that long names of categories stand whole beside them. */
  readonly isLying?: boolean
  /** What the categories are: 部门, 年度. */
  readonly categoryTitle: string
  readonly categories: readonly string[]
  /** Of slices: one for each category, so that the same thing has the same colour in every plot. */
  readonly tones?: readonly (keyof typeof tones)[]
  /** Slices show the first series alone. Amounts are turned into numbers here only to be drawn; the table shows them as they are. */
  readonly series: readonly { readonly name: string; readonly values: readonly (number | string)[]; readonly tone?: keyof typeof tones }[]
}

/** Canvas knows neither variables nor `inherit`. */
export interface Look {
  readonly text: string
  readonly quiet: string
  readonly line: string
  readonly ground: string
  readonly font: string
}

/** Told apart by people who see red and green alike, on white and on black. */
const tones = { error: '#c8453a', warning: '#c98a1b', info: '#4a86c5', good: '#3f9468', quiet: '#8793a1' }
const palette = ['#3b7dc0', '#d08a2e', '#3f9c8a', '#a2659f', '#8793a1', '#b9553f']

export function optionOf(plot: Plot, { text, quiet, line, ground, font }: Look): EChartsCoreOption {
  const shared = {
    animation: false,
    color: palette,
    textStyle: { color: text, fontFamily: font, fontSize: 13 },
    // Drawn text: a tip made of HTML would carry style attributes, which the content policy refuses.
    tooltip: {
      trigger: plot.kind === 'slices' ? 'item' : 'axis',
      renderMode: 'richText',
      backgroundColor: ground,
      borderColor: line,
      textStyle: { color: text },
    },
    // Slices are named beside the ring.
    legend: { show: plot.kind !== 'slices' && plot.series.length > 1, top: 0, textStyle: { color: text } },
  }
  if (plot.kind === 'slices') return { ...shared, series: [slices(plot, text)] }
  const axis = {
    axisLine: { lineStyle: { color: line } },
    splitLine: { lineStyle: { color: line } },
    axisLabel: { color: quiet, fontSize: 13 },
  }
  return {
    ...shared,
    grid: { left: 8, right: 16, top: plot.series.length > 1 ? 36 : 16, bottom: 8, containLabel: true },
    [plot.isLying ? 'yAxis' : 'xAxis']: {
      type: 'category',
      data: [...plot.categories],
      inverse: plot.isLying === true,
      ...axis,
      ...(plot.isLying ? { axisLabel: { color: text, fontSize: 13, width: 200, overflow: 'truncate', interval: 0 } } : {}),
      axisTick: { show: false },
    },
    [plot.isLying ? 'xAxis' : 'yAxis']: { type: 'value', minInterval: 1, ...axis },
    series: plot.series.map(({ name, values, tone }) => ({
      name,
      type: plot.kind === 'lines' ? 'line' : 'bar',
      ...(plot.kind === 'stacked-bars' ? { stack: 'all' } : {}),
      ...(tone ? { itemStyle: { color: tones[tone] } } : {}),
      barMaxWidth: 28,
      data: values.map(Number),
    })),
  }
}

const slices = ({ categories, series, tones: toned }: Plot, text: string) => ({
  type: 'pie',
  radius: ['36%', '60%'],
  center: ['50%', '50%'],
  // Beside a ring on a phone there is room for few words: they go on below.
  label: { color: text, fontSize: 13, formatter: '{b} {c}', overflow: 'break' },
  data: categories.map((name, index) => {
    const tone = toned?.[index]
    return { name, value: Number(series[0]?.values[index] ?? 0), ...(tone ? { itemStyle: { color: tones[tone] } } : {}) }
  }),
})
