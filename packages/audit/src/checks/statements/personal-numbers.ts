/** Numbers that belong to a person, found by their own rules: check digits, dates, and the words that lead in to them. */

export type PersonalKind = 'id' | 'mobile' | 'filer' | 'card' | 'address'

export interface PersonalNumber {
  readonly kind: PersonalKind
  readonly start: number
  readonly end: number
}

/** Words of the text before a number that may name it, and the head of its column. */
const LEAD = 14
const DIGITS = /(?<![0-9A-FH-Za-z.])G?\d[\d-]{9,20}[Xx]?(?![0-9A-Za-z]|\.\d)/g
const FILER = /填报|填表|经办|联系人|联系电话|负责人|审核人|制表|报送人|联络员/
const PUBLIC = /热线|监督|举报|投诉|咨询|服务|值班|客服|传真|邮编|编码|编号|代码|合同|文号|批次|序号/
const ADDRESS =
  /(?:家庭住址|家庭地址|现?住址|居住地址?|户籍(?:地|所在地)|家住)[：:为于在是]?[^，。；\n]{2,30}?(?:\d{1,4}\s?(?:室|户)|\d{1,2}\s?单元|(?:组|村|庄|屯|街|路|巷)[^，。；\n]{0,4}\d{1,4}\s?号)/g

/** `head` is the label of the column that the text stands in, '' in running text. */
export function personalNumbersIn(raw: string, head: string): PersonalNumber[] {
  const text = raw.replace(/[０-９Ｘ]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
  const found: PersonalNumber[] = []
  for (const match of text.matchAll(DIGITS)) {
    const kind = kindOf(match[0], text, match.index, head)
    if (kind !== null) found.push({ kind, start: match.index, end: match.index + match[0].length })
  }
  for (const match of text.matchAll(ADDRESS)) found.push({ kind: 'address', start: match.index, end: match.index + match[0].length })
  return found
}

function kindOf(printed: string, text: string, start: number, head: string): PersonalKind | null {
  const lead = head + text.slice(Math.max(0, start - LEAD), start)
  const after = text.slice(start + printed.length, start + printed.length + 3)
  if (/^\s?(?:元|万|亿|%|％|平方|公里|吨|亩)/.test(after)) return null
  const number = printed.replace(/^G/, '')
  const digits = number.replaceAll('-', '')
  if (number === digits || /^1\d\d-\d{4}-\d{4}$/.test(number)) {
    if (isIdNumber(digits) || isDisabilityNumber(digits, lead) || isOldIdNumber(digits, lead)) return 'id'
    if (isMobile(digits, head)) return FILER.test(lead) ? 'filer' : PUBLIC.test(lead) ? null : 'mobile'
    if (isCard(digits, lead)) return 'card'
  }
  return /^0\d{2,3}-?\d{7,8}$/.test(number) && head === '' && FILER.test(lead) && !PUBLIC.test(lead) ? 'filer' : null
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** GB 11643: a day of birth, and a check digit modulo 11. */
function isIdNumber(digits: string): boolean {
  if (!/^[1-8]\d{16}[\dXx]$/.test(digits) || !isBirthday(digits.slice(6, 14))) return false
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits.charAt(at)), 0)
  return '10X98765432'.charAt(sum % 11) === digits.charAt(17).toUpperCase()
}

/** A certificate of disability begins with the number of its holder. */
const isDisabilityNumber = (digits: string, lead: string): boolean =>
  digits.length === 20 && /残疾/.test(lead) && isIdNumber(digits.slice(0, 18))

/** The old form has no check digit: only words tell it from other codes. */
const isOldIdNumber = (digits: string, lead: string): boolean =>
  /^[1-8]\d{14}$/.test(digits) && /身份证|公民身份/.test(lead) && isBirthday(`19${digits.slice(6, 12)}`)

function isBirthday(day: string): boolean {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(4, 6)), Number(day.slice(6, 8))]
  return year >= 1900 && year <= 2099 && month >= 1 && month <= 12 && date >= 1 && date <= 31
}

/** Round figures of that length are amounts. */
const isMobile = (digits: string, head: string): boolean =>
  /^1[3-9]\d{9}$/.test(digits) && !digits.endsWith('000') && !/元|金额|额|预算|支出|收入|编码|编号|代码|文号/.test(head)

function isCard(digits: string, lead: string): boolean {
  return (
    /^\d{16,19}$/.test(digits) && /账号|帐号|卡号|一卡通|银行卡|社保卡/.test(lead) && !/对公|单位|公司|基本户/.test(lead) && isLuhn(digits)
  )
}

function isLuhn(digits: string): boolean {
  let sum = 0
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits.charAt(digits.length - 1 - at))
    const value = at % 2 === 1 ? digit * 2 : digit
    sum += value > 9 ? value - 9 : value
  }
  return sum % 10 === 0
}

/** Three characters before, four after; an address keeps its words and loses its figures. */
export function mask(words: string, kind: PersonalKind): string {
  if (kind === 'address') return words.replace(/[0-9０-９]/g, '*')
  return `${words.slice(0, 3)}${'*'.repeat(Math.max(0, words.length - 7))}${words.slice(-4)}`
}
