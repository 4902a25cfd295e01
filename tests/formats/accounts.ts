/** Tables of final accounts as offices publish them, with amounts that add up in every row. */

export interface Account {
  readonly title: string
  readonly isLandscape: boolean
  readonly widths: readonly number[]
  readonly headerRows: number
  readonly rows: readonly (readonly AccountCell[])[]
}

/** `colSpan`, `rowSpan` only in the header; covered slots are left out. */
export interface AccountCell {
  readonly text: string
  readonly colSpan?: number
  readonly rowSpan?: number
}

/** The same amounts on every run, from cents to ten millions. */
function amounts(): () => number {
  let state = 20_231
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return 1 + (state % 10 ** (1 + (state % 10)))
  }
}

/** Hundredths as they are printed; nothing is an empty cell. */
export function money(hundredths: number): string {
  if (hundredths === 0) return ''
  const whole = Math.floor(hundredths / 100)
  const part = String(hundredths % 100).padStart(2, '0')
  return `${String(whole).replace(/\B(?=(\d{3})+$)/g, ',')}.${part}`
}

const cell = (text: string, colSpan = 1, rowSpan = 1): AccountCell => ({ text, colSpan, rowSpan })

const NAMES = [
  '一般公共服务支出',
  '政府办公厅（室）及相关机构事务',
  '行政运行',
  '一般行政管理事务',
  '机关事业单位基本养老保险缴费支出',
  '其他支出',
]

/** 科目编码 in three columns under one label, each amount 合计 = 基本支出 + 项目支出. */
export function byFunction(count: number): Account {
  const next = amounts()
  const rows = Array.from({ length: count }, (_, i) => {
    const [basic, project] = i % 5 === 3 ? [next(), 0] : i % 7 === 2 ? [0, next()] : [next(), next()]
    const code = `2${String(10 + (i % 20)).padStart(2, '0')}${String((i * 7) % 100).padStart(2, '0')}${String((i * 3) % 100).padStart(2, '0')}`
    return [code, NAMES[i % NAMES.length] as string, money(basic + project), money(basic), money(project)].map((text) => cell(text))
  })
  const header = [
    [cell('项目', 2), cell('本年支出合计', 1, 2), cell('基本支出', 1, 2), cell('项目支出', 1, 2)],
    [cell('功能分类科目编码'), cell('科目名称')],
    [cell('栏次', 2), cell('1'), cell('2'), cell('3')],
  ]
  return { title: '一般公共预算财政拨款支出决算表', isLandscape: false, widths: [2, 4, 3, 3, 3], headerRows: 3, rows: [...header, ...rows] }
}

/** Income on the left, spending on the right; 项目, 行次 and 金额 in each half. */
export function twoHalves(count: number): Account {
  const next = amounts()
  const rows = Array.from({ length: count }, (_, i) =>
    [
      `${NAMES[(i + 1) % NAMES.length]}收入`,
      String(i + 1),
      i % 6 === 5 ? '' : money(next()),
      NAMES[i % NAMES.length] as string,
      String(count + i + 1),
      money(next()),
    ].map((text) => cell(text)),
  )
  const header = [
    [cell('收入', 3), cell('支出', 3)],
    [cell('项目'), cell('行次'), cell('金额'), cell('项目'), cell('行次'), cell('金额')],
  ]
  return { title: '收入支出决算总表', isLandscape: false, widths: [5, 1, 3, 5, 1, 3], headerRows: 2, rows: [...header, ...rows] }
}

/** Twelve narrow columns on a page that lies on its side: 合计 = 出国 + 小计 + 接待, 小计 = 购置 + 运行, as budget and as account. */
export function threePublic(count: number): Account {
  const next = amounts()
  const half = () => {
    const [abroad, buying, running, guests] = [next() % 100_000, next() % 1_000_000, next() % 1_000_000, next() % 100_000] as [
      number,
      number,
      number,
      number,
    ]
    return [abroad + buying + running + guests, abroad, buying + running, buying, running, guests].map(money)
  }
  const rows = Array.from({ length: count }, (_, i) => [`单位${i + 1}`, ...half(), ...half()].map((text) => cell(text)))
  const group = [cell('合计', 1, 2), cell('因公出国（境）费', 1, 2), cell('公务用车购置及运行维护费', 3), cell('公务接待费', 1, 2)]
  const inner = ['小计', '公务用车购置费', '公务用车运行维护费'].map((text) => cell(text))
  const header = [
    [cell('单位名称', 1, 3), cell('预算数', 6), cell('决算数', 6)],
    [...group, ...group],
    [...inner, ...inner],
  ]
  return {
    title: '“三公”经费支出决算表',
    isLandscape: true,
    widths: [2, ...Array.from({ length: 12 }, () => 2)],
    headerRows: 3,
    rows: [...header, ...rows],
  }
}

/** Hundredths of an amount as printed; an empty cell is nothing. Null for anything else. */
export function hundredths(text: string): number | null {
  if (text === '') return 0
  return /^\d{1,3}(,\d{3})*\.\d\d$/.test(text) ? Number(text.replaceAll(',', '').replace('.', '')) : null
}
