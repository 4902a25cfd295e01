/** What a role may do. A place gives its roles their names; what a permission means is fixed here. */
import * as z from 'zod'

/**
 * Each permission is held through a post, and reaches as far as the post does: the organisation of the post and all below it,
 * in the tree of the year that the thing belongs to. `self-check.use` and `finding.answer` reach the organisation of the post alone.
 */
export const permissions = {
  'document.read': '查看已报送的材料和校核结果',
  'self-check.use': '自查本单位未报送的材料（只有本单位看得见）',
  'document.submit': '报送、撤回本单位材料',
  'batch.manage': '接收报送包、建立校核批次',
  'finding.dismiss': '核实无误',
  'finding.return': '把问题列入退回',
  'finding.ask': '就问题询问单位',
  'finding.answer': '答复询问',
  'comment.write': '写批注意见',
  'document.return': '退回材料',
  'document.pass': '审核通过',
  'document.publish': '标为已公开',
  'output.make': '生成退回意见、问题清单、通报初稿',
  'organisation.manage': '维护单位名录',
  'account.manage': '开设、停用账号，重置密码',
  'post.manage': '安排岗位、办理交接',
  'role.manage': '设置角色',
  'journal.read': '查看、导出操作记录',
} as const

export type Permission = keyof typeof permissions
export const permission = z.enum(Object.keys(permissions) as [Permission, ...Permission[]])

/** Reach the organisation of the post alone, not those below it: a draft is private to the unit that writes it. */
export const ownOnly: readonly Permission[] = ['self-check.use', 'finding.answer', 'document.submit']
