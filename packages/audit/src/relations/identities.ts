/**
 * The 68 identities of the field (勾稽关系), as corrected by practice: what each says, and what judges it. docs/identities.md is made from this list.
 */
import type { CheckId, Severity } from '../findings/finding.ts'

/** rule = text of a law or notice, form = the published tables themselves, custom = how it is usually done. */
const GROUNDS = ['rule', 'form', 'custom'] as const
/** exact; sum = half a printed place for each figure; ratio = what rounding of the amounts allows; none = no arithmetic. */
const TOLERANCES = ['exact', 'sum', 'ratio', 'none'] as const
const SEVERITIES = ['error', 'warning', 'info'] as const

export interface Identity {
  readonly id: string
  /** As an officer would say it. */
  readonly formula: string
  readonly ground: (typeof GROUNDS)[number]
  readonly source: string
  readonly tolerance: (typeof TOLERANCES)[number]
  /** The gravest that is told; null where nothing is. */
  readonly severity: Severity | null
  /** The recognisers (relations/recognise) whose relations cite it. */
  readonly by: readonly string[]
  /** Who tells of a violation. */
  readonly checks: readonly CheckId[]
  /** Where or how far it is judged; without any check, why not. */
  readonly note: string
}

/** number | formula | ground | source | tolerance | severity | recognisers | checks | note; - stands for nothing. */
const TABLE = `
01 | 本年收入 = 财政拨款 + 上级补助 + 事业 + 经营 + 附属单位上缴 + 其他收入 | form | 部门决算公开表 | sum | error | accounts-inside | total-mismatch | 收入决算表逐行，收入支出决算总表合计
02 | 收入支出决算总表本年收入合计 = 收入决算表合计 | form | 部门决算公开表 | exact | error | accounts-between | restatement-conflict | 两表齐全且单位、年度相同时
03 | 收入支出决算总表本年支出合计 = 支出决算表合计 | form | 部门决算公开表 | exact | error | accounts-between | restatement-conflict | 两表齐全且单位、年度相同时
04 | 收入总计 = 本年收入 + 使用非财政拨款结余（含专用结余） + 年初结转和结余 | form | 部门决算公开表 | sum | error | accounts-inside identities | total-mismatch | 表内；文字中分散列示的，只报一处笔误能解释的差额
05 | 支出总计 = 本年支出 + 结余分配 + 年末结转和结余 | form | 部门决算公开表 | sum | error | accounts-inside identities | total-mismatch | 表内；文字中分散列示的，只报一处笔误能解释的差额
06 | 收入总计 = 支出总计 | form | 部门决算公开表 | exact | error | accounts-inside | total-mismatch | 收入支出决算总表、财政拨款收入支出决算总表
07 | 年初结转 + 本年收入 + 使用非财政拨款结余 − 本年支出 − 结余分配（− 财政收回） = 年末结转 | rule | 预算法实施条例 50 | sum | error | accounts-inside identities | difference-mismatch | 写明的结余分配、使用结余、收回一并计入；分散列示的，只报一处笔误能解释的差额
08 | 本年年初结转 = 上年年末结转（± 年初调整） | custom | 决算编报通知 | exact | - | - | - | 需要上年决算或上年报告，单份报告无从核对
09 | 支出合计 = 基本支出 + 项目支出 + 上缴上级 + 经营支出 + 对附属单位补助 | rule | 预算法实施条例 5 | sum | error | accounts-inside identities partitions | total-mismatch | 决算表逐行，文字中的本年支出
10 | 基本支出 = 人员经费 + 公用经费 | rule | 预算法实施条例 5 | sum | error | identities partitions | total-mismatch | 文字中的基本支出
11 | 项目支出 = 所列各项目之和 | form | 部门决算公开表 | sum | error | table-totals | total-mismatch | 列有合计行的项目表；没有合计行的不与全部项目支出比较
12 | 功能分类：类 = 款之和，款 = 项之和 | form | 部门决算公开表 | sum | error | accounts-inside | total-mismatch | 按科目编码，逐列
13 | 功能分类各类之和 = 支出（收入）合计 | rule | 预算法实施条例 40 | sum | error | accounts-inside classifications | total-mismatch | 决算表逐列，文字中按功能分类所列支出
14 | 部门经济分类：类 = 款之和；各类之和 = 支出合计 | rule | 预算法实施条例 40 | sum | error | accounts-inside classifications | total-mismatch | 基本支出决算表，文字中按经济分类所列支出
15 | 功能分类合计 = 经济分类合计（同口径） | rule | 预算法 32 | sum | error | accounts-between | restatement-conflict | 同一功能分类在两张决算表中相等；两种分类分别与同一支出合计核对
16 | 部门经济分类合计 = 政府经济分类合计 | custom | 政府收支分类科目 | sum | - | - | - | 自评报告和部门决算公开表均不列政府预算经济分类
17 | 人员经费 = 工资福利支出（301） + 对个人和家庭的补助（303） | form | 部门决算公开表 | sum | error | accounts-inside classifications | total-mismatch | 基本支出决算表，文字中的人员经费
18 | 公用经费 = 商品和服务支出（302） + 307 + 310 等各类 | form | 部门决算公开表 | sum | error | accounts-inside classifications | total-mismatch | 基本支出决算表，文字中的公用经费
19 | 收入决算表财政拨款收入 = 财政拨款收入支出决算总表本年收入 | form | 部门决算公开表 | exact | error | accounts-between | restatement-conflict | 两表齐全且单位、年度相同时
20 | 财政拨款收入 = 一般公共预算 + 政府性基金 + 国有资本经营 | rule | 预算法实施条例 5 | sum | error | accounts-inside | total-mismatch | 财政拨款收入支出决算总表，收入、支出、年初结转分别核对
21 | 财政拨款总表的一般公共预算支出 = 一般公共预算财政拨款支出决算表合计 | form | 部门决算公开表 | exact | error | accounts-between | restatement-conflict | 两表齐全且单位、年度相同时
22 | 一般公共预算支出表的基本支出 = 基本支出决算表合计 | form | 部门决算公开表 | exact | error | accounts-between | total-mismatch | 两表齐全且单位、年度相同时
23 | 财政拨款总表的政府性基金（国有资本经营）支出 = 该项决算表支出 | form | 部门决算公开表 | exact | error | accounts-between | restatement-conflict | 支出、基金收入和基金年末结转
24 | 支出决算表 − 一般公共预算支出 = 政府性基金 + 国有资本经营 + 非财政拨款支出 | form | 部门决算公开表 | sum | error | accounts-between | total-mismatch | 公开表不列非财政拨款支出，只核对财政拨款支出不超过全部支出，按科目逐行
25 | 政府性基金：年初结转 + 本年收入 − 本年支出 = 年末结转 | form | 部门决算公开表 | sum | error | accounts-inside | difference-mismatch | 政府性基金决算表逐行
26 | “三公”经费 = 因公出国（境）费 + 公务用车购置及运行维护费 + 公务接待费 | rule | 财预〔2016〕143号 | sum | error | identities partitions table-three-public three-public-near | total-mismatch | 公开表和文字
27 | 公务用车购置及运行维护费 = 购置费 + 运行维护费 | rule | 财预〔2016〕143号 | sum | error | identities partitions table-three-public | total-mismatch | 公开表和文字
28 | “三公”经费不含会议费、培训费 | custom | “三公”经费统计口径 | exact | info | - | meetings-in-three-public | 只有计入会议费、培训费才相符的，提示口径
29 | “三公”经费决算数 ≤ 预算数 | form | 部门决算公开表 | none | info | - | three-public-over-budget | 超出而未作说明的，提示；称未超预算而超出的，见 within-budget-yet-over
30 | “三公”经费决算 ≥ 基本支出中的同一科目（30212、30217、30231、31013） | custom | 部门决算公开表 | sum | error | accounts-between | total-mismatch | 项目支出也可列支“三公”经费，只核对不小于
31 | 有接待费则有批次、人次；有运行费则有保有量；有购置费则有购置辆数；有出国费则有团组、人次 | form | 部门决算公开表 | exact | info | - | spending-without-occasion | 写明数量为零的才提示，未写的不判断
32 | 调整预算 = 年初预算（+ 上年结转） + 追加 − 追减 | custom | 预算法 67–72 | sum | error | budget-chain | total-mismatch | 同一段文字
33 | 预算执行率 = 执行数 ÷ 调整预算数 | rule | 财预〔2020〕10号 | ratio | error | - | rate-mismatch | 各种分母依次试算，都不符才报
34 | 结转结余 = 全年预算 − 执行数（− 财政收回） | custom | 预算执行口径 | sum | error | budget-chain | difference-mismatch | 同一段文字写明“未用完”的；有收回的一并计入
35 | 结转结余率 + 预算执行率 ≤ 100%（同口径） | custom | 指标目录 | ratio | warning | rates-together | impossible-value | 小于 100% 可能是财政收回，不判断
36 | 增减额 = 本年 − 上年；增减率 = 增减额 ÷ 上年；增减用词与正负一致 | form | 部门决算公开表 | ratio | error | - | growth-mismatch difference-mismatch | 文字和表格
37 | 占比 = 部分 ÷ 总数；各项占比之和 = 100% | form | 部门决算公开表 | ratio | error | - | rate-mismatch | 总数在附近写明的
38 | 各任务经费之和 = 部门预算总额；各任务支出之和 = 部门执行数 | form | 部门整体支出绩效自评表 | sum | warning | form-funds table-totals | total-mismatch | 任务不一定是全部，与部门总额比较时只报一处笔误能解释的差额
39 | 任务（项目）执行率 = 支出 ÷ 预算 | form | 部门整体支出绩效自评表 | ratio | error | - | rate-mismatch | 表格逐行
40 | 资金来源合计 = 资金结构合计 = 部门预算总额 | form | 部门整体支出绩效自评表 | sum | error | form-funds | total-mismatch | 有空格的，只报一处笔误能解释的差额
41 | 三级指标分值之和 = 二级指标 = 一级指标；一级指标分值之和 = 100 | rule | 财预〔2020〕10号 | exact | error | score-outline table-scores table-told | weight-total-mismatch | 报告自己列出的分值
42 | 三级指标得分之和 = 该类得分；各类得分之和 = 总分 | rule | 财预〔2020〕10号 | exact | error | score-outline scores table-points table-scores table-told | score-total-mismatch | 表格、标题和文字
43 | 0 ≤ 得分 ≤ 分值 | rule | 财预〔2020〕10号 | exact | error | impossible scores table-points | impossible-value | 表格和文字
44 | 得分 = 按所列评分规则计算的结果 | rule | 财预〔2020〕10号 | exact | error | - | score-product-mismatch scoring-rule-mismatch | 报告自己列出的规则；规则有两种读法的，都不符才报
45 | 得分率 = 得分 ÷ 分值 | form | 部门整体支出绩效自评表 | ratio | error | - | rate-mismatch | 列有得分率的
46 | 评价等级 = 总分所在档次 | rule | 财预〔2020〕10号 | exact | error | - | grade-mismatch | 按报告所列档次；未列的，常用各档都不符才报
47 | 文字所述总分 = 评分表总分 = 表头总分 | form | 部门整体支出绩效自评表 | exact | error | - | text-table-conflict restatement-conflict | -
48 | 换算得分 = 原始得分 ÷ 适用指标满分 × 100 | custom | 各地评分办法 | exact | - | - | - | 适用满分的口径各地不同，待按地方方案核对；满分之和已按 ID-41 核对
49 | 定性指标得分在所属档次的区间内 | rule | 财预〔2020〕10号 | exact | - | - | - | 定性指标定哪一档由评价人判断，报告一般不写明档次
50 | 资产总额 = 流动资产 + 非流动资产；资产总额 = 负债总额 + 净资产 | rule | 财库〔2023〕22号 | sum | error | identities partitions | total-mismatch | 文字中同一时点的数
51 | 固定资产净值 = 原值 − 累计折旧 | rule | 财库〔2023〕22号 | sum | error | identities | difference-mismatch | 文字中同一时点的数
52 | 期末原值 = 期初原值 + 增加 − 减少（处置） | custom | 资产年报 | sum | error | asset-roll stock-flow table-flow-columns | difference-mismatch | 同一句或同一行
53 | 资本性支出（310） ≈ 资产增加中由支出形成的部分 | custom | 资产年报 | none | - | - | - | 捐赠、调拨、在建工程和跨年付款都会造成差异，单份报告不足以判断
54 | 实有人数 ≤ 编制数；按职级、性别、学历分别相加 = 实有人数 | custom | 编制管理规定 | exact | info | - | staff-over-posts total-mismatch | 超编只作提示；写明分类的分项之和按合计核对
55 | 政府采购总额 = 货物 + 工程 + 服务；采购总额 ≤ 支出总额 | rule | 政府采购法 2 | sum | info | identities | total-mismatch | 只核对同一句列出的分项；采购总额含跨年合同，不与当年支出比较
56 | 项目个数在文字、清单、监控、自评中一致 | custom | 自评工作通知 | exact | warning | - | restatement-conflict count-conflict | 只比较用词和口径相同的个数，以及所列名称的个数
57 | 三保支出 + 项目支出 = 支出总额 | custom | 无 | none | - | - | - | 不成立：只在个别报告中碰巧相符，不作核对
58 | 同一表内计量单位一致；元与万元相差一万倍 | form | 部门决算公开表 | none | error | - | unit-slip | -
59 | “无项目支出” ⇔ 项目支出为零且没有项目 | custom | 表述与数据一致 | exact | error | budget-without-projects | none-yet-some total-mismatch | -
60 | “无三公预算”等表述 ⇔ 预算、决算均为零 | custom | 表述与数据一致 | exact | error | - | none-yet-some | -
61 | 各单位之和 = 部门汇总 − 内部往来 | rule | 预算法 8 | sum | - | - | - | 需要各单位的报告或决算
62 | 部门指标 = 各单位之和（绝对数）或加权平均（相对数） | custom | 各地汇总办法 | ratio | - | - | - | 需要各单位的报告
63 | 报告中的年初预算 = 批复预算；报告中的决算 = 公开决算 | rule | 预算法 75 | exact | - | - | - | 需要预算批复和决算文件；自评常早于决算批复，日后也只作疑点
64 | 公开日期 ≤ 批复日期 + 20 日 | rule | 预算法 14 | exact | - | - | - | 需要批复文件和公开记录
65 | 报告年度、数据年度、所引年度一致 | custom | 自评工作通知 | exact | warning | - | year-out-of-place evaluated-before-year-end | 引用上年政府财务报告指标的，不算错
66 | 完成情况的表述与支付情况、问题部分一致 | custom | 表述与数据一致 | none | error | - | all-done-yet-open within-budget-yet-over change-against-reason | 只比较同一事项
67 | 文字中的办结率、完成率 = 件数之比 | form | 部门整体支出绩效自评表 | ratio | error | - | rate-mismatch count-conflict | -
68 | 项目绩效表所列预算 ⊆ 决算的项目支出 | custom | 自评工作通知 | none | - | - | - | 需要项目绩效表；只要求包含，不要求相等
`

export const identities: readonly Identity[] = TABLE.trim().split('\n').map(readRow)

function readRow(line: string): Identity {
  const [number = '', formula = '', ground = '', source = '', tolerance = '', severity = '', by = '', checks = '', note = ''] = line
    .split(' | ')
    .map((cell) => (cell === '-' ? '' : cell))
  return {
    id: `ID-${number}`,
    formula,
    ground: oneOf(GROUNDS, ground),
    source,
    tolerance: oneOf(TOLERANCES, tolerance),
    severity: severity === '' ? null : oneOf(SEVERITIES, severity),
    by: words(by),
    checks: words(checks),
    note,
  }
}

function oneOf<Word extends string>(known: readonly Word[], word: string): Word {
  const found = known.find((one) => one === word)
  if (found === undefined) throw new Error(`no such word in the table of identities: ${word}`)
  return found
}

function words(text: string): string[] {
  return text === '' ? [] : text.split(' ')
}
