/** The marks that a form leaves behind, in one line of text or one cell. */
import type { Severity } from '../../findings/finding.ts'

export interface Residue {
  readonly start: number
  readonly words: string
  readonly severity: Severity
  readonly say: (words: string) => string
}

interface Mark {
  readonly form: RegExp
  readonly severity: Severity
  readonly inCells: boolean
  readonly say: (words: string) => string
}

const MANNER = '(?:逐项|逐条|详细|简要|简单|重点|具体|如实|分条|分项)'
const FILL = '(?:填写|说明|描述|概述|阐述|列出|列示|列明)'
const slot = (words: string): string => `“${words}”是未填写的空位`
const hint = (words: string): string => `“${words}”是模板的填写说明`

const MARKS: readonly Mark[] = [
  {
    // （附表说明）, （请填写…）, （不超过500字）
    form: new RegExp(
      `[（(](?:附表说明|列表说明|(?:请|需|应)?${MANNER}${FILL}|此处(?:填写?|应|插入|请|需|粘贴|简述)[^（）()]{0,30}|请(?:填写|注明|说明|列出|列明|简述|简要|补充|选择|勾选|在此)[^（）()]{0,40}|(?:字数)?(?:不超过|控制在|限)\\s?\\d{2,4}\\s?字(?:以内|左右|之内)?|\\d{2,4}\\s?字(?:以内|之内|左右|以上))[）)]`,
      'g',
    ),
    severity: 'warning',
    inCells: false,
    say: hint,
  },
  {
    form: /[（(](?:(?:填报)?单位|部门|项目)(?:全称|名称)[）)]|[（(](?:示例|样例|范例)[）)]/g,
    severity: 'warning',
    inCells: false,
    say: hint,
  },
  {
    form: /(?:此处|请)(?:插入|粘贴)[^。；，]{0,12}(?:图|表|照片)|请(?:按照?|根据|结合)[^。；，]{0,16}(?:填写|填报)/g,
    severity: 'warning',
    inCells: false,
    say: hint,
  },
  { form: /[（(](?:待补充|待填写?|待核实|待定|待提供|暂缺)[）)]/g, severity: 'warning', inCells: true, say: slot },
  { form: /[?？]{2,6}(?:万元|亿元|元|[%％]|年|月|个|项|次|人|分)/g, severity: 'warning', inCells: true, say: slot },
  { form: /【(?:请|此处|示例|样例|模板)[^【】]{0,40}】/g, severity: 'warning', inCells: true, say: hint },
  {
    // XX县, ××万元; letters and digits beside it make it a code or a masked number.
    form: /(?<![A-Za-z0-9*×])(?:[Xx]{2,4}|[Ｘｘ]{2,4}|×{2,4}|\*{2,4}|[XＸ×](?=[年月]))(?:年|月|日|万元|亿元|元|[%％]|个|件|次|分|项目|〕|省|市|县|区|局|委|办|厅|单位|部门|中心)/g,
    severity: 'warning',
    inCells: true,
    say: slot,
  },
  {
    form: /(?<![A-Za-z0-9*×])(?:[Xx]{2,4}|[Ｘｘ]{2,4}|×{2,4})(?:乡|镇|村|街道|公司|科|股|站|所|号|工程|专项|资金|经费)/g,
    severity: 'info',
    inCells: true,
    say: slot,
  },
  { form: /(?<!\d)20(?:[Xx×Ｘ*]{1,2}|\d[Xx×Ｘ*])(?:年|〕|\])/g, severity: 'warning', inCells: true, say: slot },
  { form: /(?<=为|共|计|达|约|得)[XＸ×](?:万元|亿元|元|[%％]|个|项|人|次|分)/g, severity: 'warning', inCells: false, say: slot },
  { form: /(?<![_＿])[_＿]{2,60}\s?(?:万元|亿元|元|[%％]|年|月|个|项|分|人|次|件)/g, severity: 'warning', inCells: false, say: slot },
  { form: /【\s*】|《\s*》|〔\s*〕(?=\s?\d{0,4}\s?号)/g, severity: 'warning', inCells: false, say: (words) => `“${words}”内没有内容` },
  {
    form: /(?:于|至|自|在|从|截至|截止)\s?(?:20\d\d\s?)?年\s?月\s?日(?![期常])|(?<!\d)20\d\d\s?年\s?月\s?日(?=[^期常\s])/g,
    severity: 'warning',
    inCells: false,
    say: (words) => `“${words}”未填日期`,
  },
  {
    form: /(?:例如|比如|诸如|如)[:：]\s?(?=[。；;，,）)])/g,
    severity: 'warning',
    inCells: false,
    say: (words) => `“${words}”之后没有列出内容`,
  },
]

/** Notes of the form, and lines for names, seals and dates. */
const NOTE = /^\s*(?:[（(]?[\d一二三四]?[、.]?(?:注|备注|说明|填表说明|填报说明|填写说明)(?:[:：\d]|$)|★)/
const SIGNATURE = /签[字名章]|盖章|公章|填报人|负责人|联系人|联系电话|填报日期|填表日期|报送日期/
const SHORT = 40
/** Bold words of Markdown. */
const BOLD = /\*\*[^*\s][^*]{1,80}\*\*/

export function residueIn(text: string, where: 'text' | 'cell'): Residue[] {
  if (NOTE.test(text) || (SIGNATURE.test(text) && text.length <= SHORT)) return []
  const found: Residue[] = []
  const isBold = text.includes('**') && BOLD.test(text)
  for (const { form, severity, inCells, say } of MARKS) {
    if (where === 'cell' && !inCells) continue
    for (const match of text.matchAll(form)) {
      if (isBold && match[0].includes('*')) continue
      found.push({ start: match.index, words: match[0], severity, say })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}
