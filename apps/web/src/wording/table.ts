/** Words of every list. */
export const table = {
  rows: (shown: number, hasMore: boolean) => (hasMore ? `已显示 ${shown} 行，向下滚动继续` : `共 ${shown} 行`),
  more: '继续读取',
  loadingMore: '正在读取更多…',
  filter: (column: string) => `筛选：${column}`,
  filtered: (column: string, count: number) => `筛选：${column}，已选 ${count} 项`,
  sort: (column: string) => `排序：${column}`,
  choose: '选择这一行',
  chooseAll: '选择已显示的全部行',
  chosen: (count: number) => `已选 ${count} 行`,
  keys: '方向键移动，回车打开',
} as const
