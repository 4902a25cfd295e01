/** What the product is called, and the words that stand on every page. */
export const product = {
  name: '绩衡',
  purpose: '预算绩效报告校核',
  skip: '跳到正文',
  close: '关闭',
  cancel: '取消',
  retry: '重试',
  reload: '刷新页面',
  backHome: '回到工作台',
  popups: '弹出内容',
  crumbs: '所在位置',
  day: '年-月-日',
} as const
