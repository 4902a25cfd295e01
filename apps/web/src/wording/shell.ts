/** The frame around the pages: bar, menu, account. */
import type { MenuKey } from '../shell/menu.ts'

export const shell = {
  menu: '主菜单',
  openMenu: '打开菜单',
  closeMenu: '关闭菜单',
  narrow: '收起菜单',
  widen: '展开菜单',
  search: '搜索单位、材料、问题',
  searchHint: '按 / 键开始搜索',
  inbox: (count: number) => (count === 0 ? '待办，没有新的' : `待办，${count} 件`),
  workingFor: (desk: string) => `当前单位：${desk}`,
  desk: (organisation: string, roles: readonly string[]) => `${organisation}（${roles.join('、')}）`,
  and: '、',
  noPost: '未安排岗位',
  account: (name: string) => `账号：${name}`,
  ownAccount: '我的账号',
  signOut: '退出',
  look: '深浅色',
  looks: { system: '跟随系统', light: '浅色', dark: '深色' },
} as const

/** What an entry is called, and what a person does there. */
export const entries: Readonly<Record<MenuKey, { readonly title: string; readonly about: string }>> = {
  home: { title: '工作台', about: '待办和最近的工作' },
  batches: { title: '校核批次', about: '接收报送包，成批校核，查看进度和汇总' },
  documents: { title: '材料', about: '各单位报送的材料和校核结果' },
  findings: { title: '问题', about: '按单位、种类、状态查看和处理问题' },
  'self-checks': { title: '本单位自查', about: '报送前先自己校核，结果只有本单位看得见' },
  organisations: { title: '单位名录', about: '部门和单位，按年度维护' },
  people: { title: '人员与权限', about: '账号、岗位、角色和交接' },
  journal: { title: '操作记录', about: '谁在什么时候做了什么' },
  api: { title: '接口说明', about: '其他系统怎样调用' },
}
