/** One file that was handed in: its state, its way through the review, what goes out. */
import type { DocumentDetail, DocumentItem, ProgressState, ReviewState, Stage } from '@jiheng/contract'

export const stages: Readonly<Record<Stage, string>> = { private: '未报送', submitted: '已报送', published: '已公开' }
export const reviewStates: Readonly<Record<ReviewState, string>> = { waiting: '待审核', returned: '已退回', passed: '审核通过' }
export const progressStates: Readonly<Record<ProgressState, string>> = {
  waiting: '等候校核',
  running: '正在校核',
  done: '已校核',
  unread: '无法校核',
  failed: '没有完成',
  cancelled: '已停止',
}
export const reportKinds: Readonly<Record<DocumentItem['kind'], string>> = {
  department: '部门整体绩效自评',
  unit: '单位整体绩效自评',
  project: '项目支出绩效自评',
  'management-appraisal': '部门绩效管理考核',
  unknown: '类型未识别',
}

export const document = {
  list: '材料',
  noUnit: '未对上名录',
  ofYear: (year: number) => `${year} 年`,
  privateNote: '只有本单位看得见，报送以后主管部门和财政部门才能看到。',
  more: '更多',
  downloads: '下载',
  copy: '批注副本',
  letter: '退回意见',
  issueList: '问题清单',
  page: '校核页（可离线打开）',
  original: '原文件',
  word: '批注副本（转成 Word）',

  pass: '审核通过',
  passTitle: '审核通过这份材料？',
  passOpen: (count: number) => `还有 ${count} 处问题没有处理。通过以后不能再处理问题。`,
  passedByOthers: '审核通过由负责人办理',
  passOpinion: '审核意见（可不写）',
  returnIt: '退回',
  returnTitle: '退回单位修改',
  returnOpinion: '退回意见',
  returnOpinionHint: '已按列入退回的问题写好，可以修改。退回意见文书可在“下载”里得到。',
  returnNothing: '没有列入退回的问题，请写明要单位改什么。',
  returnLine: (at: number, place: string, said: string) => `${at}. ${place === '' ? '' : `${place}：`}${said}`,
  returnMore: (count: number) => `其余 ${count} 处见问题清单。`,
  expected: (value: string) => `（应为 ${value}）`,
  due: '请单位在哪天前报来（可不填）',
  submit: '报送',
  submitTitle: '报送这份材料',
  submitHint: '报送以后，主管部门和财政部门看得见；审核之前可以撤回。',
  submitErrors: (count: number) => `还有 ${count} 处差错没有处理。可以先改正再报；也可以写明情况，带说明报送。`,
  statement: '说明',
  statementHint: '例如：附表第 3 行含上年结转，数字属实',
  submitWithStatement: '带说明报送',
  withdraw: '撤回',
  withdrawTitle: '撤回这份材料？',
  withdrawHint: '撤回后只有本单位看得见，可以改正后再报送。',
  publish: '标为已公开',
  publishTitle: '标为已公开？',
  publishHint: '本地区登录的人员都可以查看这份材料。不能撤销。',
  auditAgain: '重新校核',
  auditAgainTitle: '按现在的规则重新校核？',
  auditAgainHint: '核实无误、列入退回等处理意见保留。',
  auditStarted: '已开始重新校核',
  remove: '删除',
  removeTitle: '删除这份材料？',
  removeHint: '文件和校核结果都会删除，不能恢复。',
  removed: '已删除',
  assign: '指定单位',
  assignTitle: '这份材料属于哪个单位',
  assignPrinted: (name: string) => `报告里写的是“${name}”`,
  unit: '单位',
  year: '年度',
  kind: '类别',
  title: '名称',
  save: '保存',
  saved: '已保存',
  opinion: '审核意见',
  decisions: { returned: '退回', passed: '审核通过', withdrawn: '撤回', submitted: '报送', published: '标为已公开' },
  reviewed: (decision: string, who: string, when: string) => `${decision} · ${who} · ${when}`,
  dueBy: (day: string) => `请于 ${day} 前报来`,
} as const

export const notes = {
  coverage: '核对范围',
  covered: ({ numbers, inRelations, pass, fail, cannotTell }: NonNullable<DocumentDetail['coverage']>) =>
    numbers === 0
      ? '没有可以核对的数字。'
      : `数字 ${numbers} 个，进入核对 ${inRelations} 个；核对关系：相符 ${pass}，不符 ${fail}，无法判断 ${cannotTell}。`,
  coverageMeaning:
    '“进入核对”的数字至少与另一个数字有可以重算的关系；其余数字没有可比对象，没有判断对错。没有列出问题，只说明核对过的地方相符。',
  untold: (count: number) => `无法判断（${count} 处）`,
  untoldMeaning: '以下各处不是问题：材料不足以判断，需要时请人工核对。',
  untoldLine: (missing: string, title: string, line: number | null) =>
    `${line === null ? '' : `第${line}行：`}${missing}（检查：${title}）`,
  reading: (count: number) => `读取说明（${count} 条）`,
  audited: ({ engine, catalogue, schemes }: NonNullable<DocumentDetail['audit']>, at: string) =>
    `绩衡校核 ${engine}，规则版本 ${catalogue}${schemes.length === 0 ? '' : `，细则 ${schemes.join('、')}`}，${at}。结果供核对参考，不改动原文件；是否更正由填报单位决定。`,
} as const
