/** Findings over many documents. */
export const findings = {
  list: '问题清单',
  none: '还没有问题',
  noneHint: '校核完成以后，各份材料的问题会列在这里。',
  search: '查问题里的文字',
  unit: '单位',
  year: '年度',
  anyYear: '全部年度',
  ofYear: (year: number) => `${year} 年`,
  clear: '清除筛选',
  columns: {
    unit: '单位',
    severity: '级别',
    kind: '类别',
    title: '问题',
    words: '原文',
    place: '位置',
    expected: '应为',
    status: '状态',
  },
  noUnit: '未对上名录',
  decidedBy: (status: string, who: string) => `${status}（${who}）`,
} as const
