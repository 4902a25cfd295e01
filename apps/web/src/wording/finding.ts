/** Words for findings. */
import type { FindingStatus } from '@jiheng/contract'

export const severities = { error: '差错', warning: '疑点', info: '提示' } as const
export const severityMeanings = { error: '数字不可能同时为真', warning: '很可能有误，需要人看', info: '格式和文字' } as const

export const statuses: Readonly<Record<FindingStatus, string>> = {
  open: '待核',
  returned: '列入退回',
  dismissed: '核实无误',
  asked: '已询问单位',
  answered: '单位已答复',
}

/** The kinds of faults, as on every printed list. */
export const kinds: Readonly<Record<string, string>> = {
  sum: '合计与分项',
  difference: '差额',
  ratio: '比率',
  growth: '增减幅度',
  'product-score': '得分计算',
  'score-total': '得分合计',
  'weight-total': '分值合计',
  'grade-band': '等级',
  'scoring-rule': '计分规则',
  conversion: '折算',
  'restated-fact': '前后不一',
  'text-vs-table': '文字与表格',
  'claim-vs-count': '说法与计数',
  unit: '金额单位',
  'impossible-value': '不可能的数值',
  date: '日期和年度',
  contradiction: '前后矛盾',
  'foreign-entity': '他单位名称',
  'template-residue': '模板残留',
  numbering: '序号',
  'missing-section': '缺少内容',
  other: '其他',
}

export const finding = {
  expected: '应为',
  repair: '建议',
  repairInto: (to: string, reason: string) => `改为 ${to}（${reason}）`,
  or: '；或 ',
  shown: '在原文里看',
  hidden: '收起',
  computation: '计算',
  elsewhere: '另见',
  related: '同因问题（改正以上一处后应一并消除）',
  citation: (source: string) => `依据：${source}`,
  place: '原文',
  rest: (count: number) => `其余 ${count} 处`,
  comments: (count: number) => `批注 ${count}`,
  history: '处理经过',
  decided: (status: string, who: string, when: string) => `${status} · ${who} · ${when}`,

  actions: {
    dismissed: '核实无误',
    returned: '列入退回',
    asked: '询问单位',
    answered: '答复',
    open: '收回处理',
    comment: '批注',
  },
  ask: {
    dismissed: '为什么核实无误？',
    returned: '给单位的说明（可不写）',
    asked: '要单位说明什么？',
    answered: '答复',
    comment: '批注意见',
  },
  hint: {
    dismissed: '写一句话，以后的人看得懂；重新校核时保持不变',
    returned: '不写就用上面的问题说明',
    asked: '例如：请说明与附表不一致的原因',
    answered: '说明原因，或已在哪里更正',
    comment: '写给一起审核的人，或写给单位',
  },
  /** What people really write; one press fills the field. */
  picks: {
    dismissed: ['口径不同，已核对', '四舍五入造成', '附表口径含往来款', '与批复文件一致', '已核对原始凭证'],
    asked: ['请说明与附表不一致的原因', '请提供依据', '请说明口径'],
    returned: [],
    answered: ['已更正，将重新报送', '口径不同，说明如下：'],
    comment: [],
  },
  confirm: '确定（回车）',
  cancel: '取消（Esc）',
  newLine: 'Shift + 回车换行',
  audience: '谁看得见',
  audiences: { reviewers: '只给审核人员', all: '单位也看得见' },
  changedMeanwhile: (who: string, status: string) => `您输入时，${who}刚刚处理为“${status}”。您写的内容还在，确定后以您的为准。`,
  done: (number: number, status: string) => `问题 ${number}：${status}`,
  undo: '撤销',
  undone: (number: number) => `问题 ${number}：已收回处理`,
  commentSaved: '批注意见已保存',
  noComments: '还没有批注意见',
} as const
