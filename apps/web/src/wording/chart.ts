/** Words around plots. */
export const chart = {
  data: '数据表',
  described: (title: string, series: readonly string[]) => `图：${title}。${series.join('、')}。数据见下方的表。`,
  failed: '图没有画出来，请看数据表。',
} as const
