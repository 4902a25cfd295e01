/**
 * Words that begin like a unit and are none: "任务2支出" is not two 支. Only words that come right behind a label's number are worth
 * a line here; each one costs a true count whenever the count's noun happens to begin like its tail ("3次 数据"). 人均 and 户均 are
 * words only before what is averaged: "23户均落实措施" counts 23 households.
 */

/** unit character → tails that make it another word; a tail written 目!标 is a unit after all when 标 follows. */
const TAILS: Readonly<Record<string, string>> = {
  元: '旦 月 素 宵 化 区 结构 论',
  角: '度 色 落 形 债 洲',
  分: '别 析 类 数 值 解 布 管 局 公司 级 档 成 工 享 阶段 批 散 层 之',
  年: '级 代 龄',
  月: '度 均 报',
  日: '常 期 均 志 益',
  天: '然 气 津',
  周: '年 边 期 转 密',
  季: '节',
  升: '级 至 为 高 华',
  克: '服 隆',
  人: '员 民 均收 均支 均补 均增 均纯 均住 均面 均消 均可支 均年 均月 均预 均经 均费 均公 均生 大 才 口 工 事 力 社 数 文',
  名: '称 单 誉 义',
  位: '于 置 居 列 次 数 一体 小数',
  户: '籍 外 均收 均支 均补 均增 均纯 均住 均面 均消 均可支 均年 均月 均预 均经 均费 均公 均生 口 主',
  家: '庭 园 渠 校',
  口: '径 头 腔 岸 碑 粮 气 价',
  组: '织 长 成 建 合 员',
  次: '数!据 性 办 要素',
  场: '所 地 馆 景',
  期: '间 末 初 限 望 满 工程 项目 建设',
  批: '复 准 示 评 量',
  届: '时 满',
  轮: '换 流',
  起: '步 草 到 始 点 来 源',
  例: '如 外 行',
  单: '位 独 一 价 元 据 纯 制',
  班: '子 级',
  节: '约 能 日 点 水 省 假 余 俭 电',
  件: '事',
  份: '额',
  篇: '章 幅',
  册: '子',
  本: '级 年 部 单 人 市 县 区 地 科 金 月 季 着 身 来 局 中心 院 系 通 辖 街 镇 校 厅 省 次 项 办',
  卷: '入',
  页: '面 码',
  张: '贴 网 家口 掖',
  字: '第 号 样 段 节 体',
  集: '中 体 团 合 约 成 资 贸 聚',
  章: '程 节',
  款: '项',
  条: '件 例 款 龙 心 线',
  项: '目!标 规定 下',
  类: '型 别 似',
  种: '类!型 子',
  门: '户 类 口 诊 店 槛 窗 禁 面 楼 卫 岗 牌 头 式 峡 县',
  级: '别 差 次',
  档: '案 次',
  层: '级 次 面',
  个: '别 维护 意识 自信 确立 代表 服从 务必 结合',
  台: '账 湾 区 县 山 河 州',
  套: '餐',
  部: '门 分 署 委 级 队 长',
  架: '构 设',
  座: '谈 位 椅',
  间: '接 隔 隙 断',
  所: '有 在 属 需 得 长 致 以 列 示',
  处: '理 置 罚 级 于 室',
  支: '出 付 持 撑 部 队!伍 援 行 教 农 委 局 路 一扶',
  只: '有 是 能 需 要',
  头: '条 部',
  面: '积 对 向 临 试 谈 八方',
  根: '据 本 治',
  把: '关 握 手 控',
  包: '括 含 装 干 保 联 村 抓',
  双: '方 向 随 创 拥 减 控 优 重 月 语',
  副: '主 科 处 局 县 市 省 总 职 书 食 本 产',
  队: '伍 员 长',
  团: '队 结 体 员 委 购 建',
  站: '点 位 在 式 所',
  席: '之地',
  村: '级 民 委 庄 居 干 集 务 容 两',
  县: '级 委 政 域 直 城 区 乡 内 长 财 本',
  市: '级 场 政 委 直 区 民 域 内 长 财 本 容',
  省: '级 委 政 直 内 长 财 本',
  乡: '村 级 土 贤',
  镇: '级 政 区 村 长 党',
  倍: '受 感',
}

interface Tail {
  readonly tail: string
  readonly unless: string
}

const tailsByUnit = new Map<number, readonly Tail[]>()
for (const [unit, tails] of Object.entries(TAILS)) {
  tailsByUnit.set(unit.charCodeAt(0), tails.split(' ').filter(Boolean).map(readTailWord))
}

/** 成 is a share only where a share can stand: 成立, 成果, 成员 and a hundred more are not. */
const AFTER_TENTHS = '一二三四五六七八九半，。；、！？）)”」,.;:： \t\r\n以左的多余和及至到-—~～'

/** Whether the one-character unit at `index` is really the beginning of another word. */
export function isOtherWordAt(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  if (code === 0x6210) return index + 1 < text.length && !AFTER_TENTHS.includes(text.charAt(index + 1))
  const tails = tailsByUnit.get(code)
  return (
    tails?.some(({ tail, unless }) => text.startsWith(tail, index + 1) && !(unless && text.startsWith(unless, index + 1 + tail.length))) ??
    false
  )
}

function readTailWord(word: string): Tail {
  const [tail = '', unless = ''] = word.split('!')
  return { tail, unless }
}
