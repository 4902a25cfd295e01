/** The words in which a sheet says what data say by keys. Each pair leads both ways. */

export interface Words {
  /** The word of a key; the key itself where there is none. */
  readonly word: (key: string) => string
  /** The key of a word; what is already a key stays. */
  readonly key: (word: string) => string
  readonly all: readonly string[]
}

function words(pairs: Readonly<Record<string, string>>): Words {
  const back = new Map(Object.entries(pairs).map(([key, word]) => [word, key]))
  return { word: (key) => pairs[key] ?? key, key: (word) => back.get(word) ?? word, all: Object.values(pairs) }
}

export const kindWords = words({ department: '部门整体', unit: '单位整体', project: '项目', 'management-appraisal': '管理考核' })
export const confidenceWords = words({ sure: '原文', likely: '转引', inferred: '推断' })
export const rowWords = words({ block: '分类', indicator: '指标', or: '另一算法' })
export const measureWords = words({ formula: '按公式计算', figure: '直接填报', 'days-late': '按期限', judged: '人工评定' })
export const curveWords = words({
  ratio: '按比例',
  threshold: '达标得分',
  linear: '分段直线',
  bands: '分档',
  deduct: '超出扣分',
  'check-points': '要点',
  classes: '等次',
  manual: '直接给分',
  groups: '分组',
})
export const stepWords = words({ exact: '按实际', begun: '不足一步按一步', whole: '满一步才扣' })
export const zeroWords = words({ 'not-applicable': '不适用', nought: '按零计' })
export const notApplicableWords = words({ rebase: '不计入满分', full: '得满分', nought: '得零分' })
export const deductAtWords = words({ raw: '换算前', converted: '换算后' })
export const departmentWords = words({ once: '部门一次计分', 'mean-of-units': '所属单位平均', 'weighted-by-funds': '所属单位按资金加权' })
export const yearWords = words({ this: '当年', next: '次年' })
export const noWord = '无'

const MODES = words({ 'half-up': '四舍五入', 'half-even': '四舍六入五成双', down: '舍去', up: '进位' })

/** "2 places half-even" ↔ 四舍六入五成双到2位小数. */
export function roundingWord(text: string): string {
  const [, places, mode] = /^(\d) places(?: (.+))?$/.exec(text) ?? []
  if (places !== undefined) return `${MODES.word(mode ?? 'half-up')}到${places}位小数`
  const step = /^to (.+)$/.exec(text)?.[1]
  return step === undefined ? '不取舍' : `取${step}的倍数`
}

export function roundingKey(word: string): string {
  const [, mode, places] = /^(.+?)到\s*(\d)\s*位小数$/.exec(word) ?? []
  if (places !== undefined && mode !== undefined) return `${places} places ${MODES.key(mode)}`
  const step = /^取\s*(.+?)\s*的倍数$/.exec(word)?.[1]
  return step !== undefined ? `to ${step}` : word === '不取舍' ? 'exact' : word
}
