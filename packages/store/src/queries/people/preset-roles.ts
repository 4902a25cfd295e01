/** The roles that a place begins with, by the names that are usual in a county. The place may rename, change and remove all of them. */
import { ownOnly, type Permission, permissions } from '@jiheng/contract'

export interface PresetRole {
  readonly name: string
  readonly permissions: readonly Permission[]
}

/** Everything that may be held for a whole region: what is private to a unit is not among it. */
const regionWide = (Object.keys(permissions) as Permission[]).filter((permission) => !ownOnly.includes(permission))

const review: readonly Permission[] = [
  'document.read',
  'batch.manage',
  'finding.dismiss',
  'finding.return',
  'finding.ask',
  'comment.write',
  'document.return',
  'output.make',
]
const unit: readonly Permission[] = ['document.read', 'self-check.use', 'document.submit', 'finding.answer', 'comment.write']

export const managerRole = '系统管理员'

export const presetRoles: readonly PresetRole[] = [
  { name: managerRole, permissions: regionWide },
  { name: '绩效股审核人员', permissions: review },
  { name: '绩效股负责人', permissions: [...review, 'document.pass', 'document.publish', 'organisation.manage', 'journal.read'] },
  { name: '业务股室人员', permissions: ['document.read', 'finding.ask', 'comment.write', 'output.make'] },
  { name: '主管部门审核人员', permissions: [...review, 'document.pass'] },
  { name: '单位经办人', permissions: unit },
  { name: '单位负责人', permissions: unit },
  { name: '第三方评价人员', permissions: ['document.read', 'comment.write'] },
  { name: '审计调阅人员', permissions: ['document.read', 'journal.read'] },
]
