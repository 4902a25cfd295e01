/** What the command says of schemes. */
import type { Grade, Scheme, Source } from '@jiheng/evaluation'

export const kindNames: Readonly<Record<Scheme['kind'], string>> = {
  department: '部门整体',
  unit: '单位整体',
  project: '项目',
  'management-appraisal': '管理考核',
}

export const confidenceNames: Readonly<Record<Source['confidence'], string>> = {
  sure: '见原文',
  likely: '转引',
  inferred: '推断，未见原文',
}

const policyNames: Readonly<Record<string, string>> = {
  notApplicable: '不适用时',
  rounding: '分值取舍',
  totalRounding: '总分取舍',
  overFulfilment: '超额完成',
  deductAt: '扣分时点',
  bonusUpTo: '加分后上限',
  grades: '等级',
  vetoes: '一票否决',
  department: '部门计分',
  lights: '红黄绿灯',
  selfWarning: '自评预警',
}

export const schemeWords = {
  kind: '类型',
  place: '地区',
  source: '依据',
  full: '满分',
  name: '名称',
  weight: '分值',
  measure: '怎样得来',
  target: '目标值',
  rule: '计分标准',
  or: '或者（取得分高的）',
  either: '任选其一，取得分高的：',
  orElse: '或者：',
  note: '说明',
  notApplicable: '不适用时',
  notApplicableSaid: { rebase: '不计入满分，其余折算', full: '得满分', nought: '得零分' },
  byGoals: '由批复的绩效目标给出',
  takesGoals: '（这一类的指标由批复的绩效目标给出）',
  unknown: '文件没有写明的',
  whole: '整份细则',
  none: '无',
  until: (to: string | null) => (to === null ? '起，现行' : `至 ${to}`),
  grades: (grades: readonly Grade[] | null) =>
    grades === null ? '　不分等级' : `　等级：${grades.map(({ label, from }) => `${label} ${from} 分起`).join('、')}`,
  policy: (key: string) => policyNames[key] ?? key,
  added: (label: string) => `新增　${label}`,
  removed: (label: string) => `删除　${label}`,
  changed: (label: string, what: string, from: string, to: string) => `改动　${label}　${what}：${from} → ${to}`,
}

export const sayScheme = {
  none: '没有找到评分细则。请用 --schemes 指定文件夹。\n',
  checked: (file: string, label: string, cases: number) =>
    `${file}：没有问题${label === '' ? '' : `（${label}）`}${cases === 0 ? '' : `，${cases} 个案例通过`}\n`,
  failedIn: (file: string, failed: number, all: number) => `${file}：${all} 个案例中 ${failed} 个未通过。\n`,
  allRefused: (count: number) => `${count} 个应当拒绝的写法全部被拒绝。\n`,
  notRefused: (accepted: number, all: number) => `${all} 个应当拒绝的写法中 ${accepted} 个没有按预期拒绝。\n`,
  same: '两个日期适用的内容没有不同。\n',
  diffHead: (from: string, to: string) => `${from} → ${to}`,
  passed: (count: number) => `${count} 个案例全部通过。\n`,
  noCases: (id: string) => `${id} 没有案例。\n`,
  failed: (id: string, label: string) => `未通过　${id}　${label}`,
  failedCount: (failed: number, all: number) => `${all} 个案例中 ${failed} 个未通过。\n`,
  written: (path: string) => `已写入 ${path}\n`,
  notLossless: (id: string) => `${id} 写成 Excel 后与原细则不一致，没有写出。请反馈给开发者。\n`,
}
