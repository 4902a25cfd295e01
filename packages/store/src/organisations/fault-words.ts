/** Faults of the list of organisations in plain words. */
import type { OrganisationFault } from '@jiheng/evaluation'

const words: Readonly<Record<OrganisationFault['code'], string>> = {
  'bad-day': '日期不对，请写成 2024-01-01。',
  'ends-before-start': '结束日期早于开始日期。',
  overlap: '同一时间有两个值，请核对各段的起止日期。',
  duplicate: '重复了。',
  'no-name': '没有名称。',
  'unknown-parent': '没有找到上级单位。',
  'parent-of-department': '部门不能有上级单位。',
  'no-department': '本级和下属单位要有上级单位。',
  cycle: '上级关系成了一个圈，请核对上级单位。',
  'unknown-unit': '没有找到这个单位。',
  'nobody-takes-over': '没有指明由谁承接。',
  'wrong-count': '合并至少两家变一家，拆分至少一家变两家。',
  'change-cycle': '承接关系成了一个圈。',
}

const fields: Readonly<Record<string, string>> = { names: '名称', codes: '编码', parents: '上级单位', changes: '变动' }

/** `nameOf`: what the organisation is called. */
export function sayFault({ code, at }: OrganisationFault, nameOf: (id: string) => string): string {
  const [subject = '', field = ''] = at
  const where = subject === 'changes' ? `“${field}”` : `“${nameOf(subject)}”${fields[field] === undefined ? '' : `的${fields[field]}`}`
  return `${where}：${words[code]}`
}
