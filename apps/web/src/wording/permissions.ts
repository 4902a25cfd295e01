/** Permissions as people choose them: in groups, by what they do. */
import type { Permission } from '@jiheng/contract'

export const permissionGroups: readonly { readonly title: string; readonly permissions: readonly Permission[] }[] = [
  { title: '看', permissions: ['document.read', 'journal.read'] },
  { title: '本单位', permissions: ['self-check.use', 'document.submit', 'finding.answer'] },
  { title: '校核', permissions: ['batch.manage', 'finding.dismiss', 'finding.return', 'finding.ask', 'comment.write', 'output.make'] },
  { title: '审核', permissions: ['document.return', 'document.pass', 'document.publish'] },
  { title: '管理', permissions: ['organisation.manage', 'account.manage', 'post.manage', 'role.manage'] },
]

/** Short names, where a column or a line has room for a few words only. */
export const permissionNames: Readonly<Record<Permission, string>> = {
  'document.read': '查看材料',
  'self-check.use': '本单位自查',
  'document.submit': '报送材料',
  'batch.manage': '校核批次',
  'finding.dismiss': '核实无误',
  'finding.return': '列入退回',
  'finding.ask': '询问单位',
  'finding.answer': '答复询问',
  'comment.write': '批注意见',
  'document.return': '退回材料',
  'document.pass': '审核通过',
  'document.publish': '标为公开',
  'output.make': '生成文书',
  'organisation.manage': '单位名录',
  'account.manage': '账号管理',
  'post.manage': '岗位交接',
  'role.manage': '角色设置',
  'journal.read': '操作记录',
}

export const permissionList = (held: readonly Permission[]): string => held.map((one) => permissionNames[one]).join('、')
