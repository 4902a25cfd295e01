/** The marks that a form leaves behind, in one line of text or one cell. */
import type { Severity } from '../../findings/finding.ts'
import { matchesOf } from '../matches.ts'

export interface Residue {
  readonly start: number
  readonly words: string
  readonly severity: Severity
  readonly say: (words: string) => string
}

interface Mark {
  /** Something that stands in every place of the form: searched first, since most lines have nothing of the kind. */
  readonly sign: RegExp
  readonly form: RegExp
  readonly severity: Severity
  readonly inCells: boolean
  /** Wrong in notes of the form as well. */
  readonly inNotes?: boolean
  /** Wrong in the lines for names and seals as well. */
  readonly inSignatures?: boolean
  readonly say: (words: string) => string
}

const MANNER = '(?:逐项|逐条|详细|简要|简单|重点|具体|如实|分条|分项)'
const FILL = '(?:填写|说明|描述|概述|阐述|列出|列示|列明)'
const slot = (words: string): string => `“${words}”是未填写的空位`
const hint = (words: string): string => `“${words}”是模板的填写说明`
const broken = (words: string): string => `“${words}”是文档或公式出错留下的字样`
const SELF = '(?:本|此|该|以上|上述|括号内?|红[色字]|蓝[色字]|斜体|灰色)'
/** Things that only a form has. */
const OF_FORM = '(?:填[写报表])?(?:提示|说明|注释|批注|示例|模板|红字)'
const THING = '(?:填[写报表])?(?:提示|说明|注释|批注|示例|模板|文字|内容|字样|段落?|行|部分|句)'
const WHEN = '(?:填[报写表]|上报|报送|提交|定稿|打印|印发|成稿)(?:完成)?[时后前]'
const DELETE = '(?:删除|删去|删掉)'

const MARKS: readonly Mark[] = [
  {
    // （附表说明）, （请填写…）, （不超过500字）
    sign: /[（(]/,
    form: new RegExp(
      `[（(](?:附表说明|列表说明|(?:请|需|应)?${MANNER}${FILL}|此处(?:填写?|应|插入|请|需|粘贴|简述)[^（）()]{0,30}|请(?:填写|注明|说明|列出|列明|简述|简要|补充|选择|勾选|在此)[^（）()]{0,40}|(?:字数)?(?:不超过|控制在|限)\\s?\\d{2,4}\\s?字(?:以内|左右|之内)?|\\d{2,4}\\s?字(?:以内|之内|左右|以上))[）)]`,
      'g',
    ),
    severity: 'warning',
    inCells: false,
    inSignatures: true,
    say: hint,
  },
  {
    // 联系电话：（填写办公电话）
    sign: /[（(]填写/,
    form: /[（(]填写(?!人|时间|日期|说明|单位[）)])[^（）()。，；\d]{2,12}[）)]/g,
    severity: 'warning',
    inCells: true,
    inSignatures: true,
    say: hint,
  },
  {
    // （注：……填报时请删除本提示）, 定稿时删除此段
    sign: /删[除去掉]/,
    form: new RegExp(
      `[（(【][^（）()【】。]{0,80}(?:${DELETE}${SELF}${THING}|${SELF}${THING}[^（）()【】。]{0,8}(?:请|应|须|需)[^（）()【】。]{0,4}${DELETE}|${WHEN}(?:请|应|须|需)?(?:自行|予以)?${DELETE})[）)】]|${DELETE}${SELF}${OF_FORM}|${SELF}${OF_FORM}(?:在?${WHEN})?(?:请|应|须|需)(?:自行|予以)?${DELETE}`,
      'g',
    ),
    severity: 'warning',
    inCells: true,
    inNotes: true,
    say: hint,
  },
  {
    // （注：扣分的应逐项说明原因） inside a sentence
    sign: /[（(](?:注|提示|说明|备注|填)/,
    form: new RegExp(
      `[（(](?:注|提示|说明|备注|填[写报表](?:说明|提示|要求))[:：][^（）()。\\d]{0,40}(?:请|应当?|须|需要?)(?:在[^（）()，]{1,12}[中内里上])?${MANNER}${FILL}[^（）()]{0,20}[）)]`,
      'g',
    ),
    severity: 'warning',
    inCells: false,
    say: hint,
  },
  {
    sign: /击|请/,
    form: /[单点]击(?:或点[击触])?此处(?:输入|添加|选择|编辑)[^，。；]{0,6}|(?:^|(?<=[：:，。；\s（(“"]))请(?:在此)?(?:输入|录入)[^，。；]{0,10}$/g,
    severity: 'warning',
    inCells: true,
    inNotes: true,
    say: hint,
  },
  {
    sign: /#/,
    form: /#(?:REF|DIV\/0|VALUE|NAME|N\/A|NUM|NULL)[!?！？]?(?![A-Za-z])/g,
    severity: 'warning',
    inCells: true,
    inNotes: true,
    say: broken,
  },
  {
    // 某某局; 李某某 is a person.
    sign: /某某/,
    form: /(?<=^|[，。；：:、（(“\s由在对为将以与和及])某某(?:省|市|县|区|乡|镇|局|委|办|厅|单位|部门|中心|公司|项目|工程|年)/g,
    severity: 'warning',
    inCells: true,
    say: slot,
  },
  {
    sign: /[○〇●△]{2}/,
    form: /(?<![一二三四五六七八九十○〇●△])(?:[○〇]{2,4}|●{2,4}|△{2,4})(?:省|市|县|区|乡|镇|局|委|办|厅|单位|部门|中心|项目|年度?|万元|[%％]|个|次|人)/g,
    severity: 'warning',
    inCells: true,
    say: slot,
  },
  {
    sign: /…|\.{4}/,
    form: /(?<=[\u4e00-\u9fff])(?:…{1,2}|\.{4,6})(?:万元|亿元|[%％]|人次|平方米)/g,
    severity: 'warning',
    inCells: false,
    say: slot,
  },
  {
    sign: /[〔［[]20/,
    form: /[〔［[]20\d\d[〕］\]]\s{0,4}(?:[_＿Xx×]{1,6}\s?)?号/g,
    severity: 'warning',
    inCells: false,
    say: (words) => `文号“${words}”未填序号`,
  },
  {
    // 等级：____, 由____负责
    sign: /[_＿]/,
    form: /(?<=(?:等级|等次|档次|结论|评级)(?:为|是|[:：])?\s?[“"（(]?)[_＿]{1,60}|(?<=[\u4e00-\u9fff“（])[_＿]{3,60}(?=[\u4e00-\u9fff，。；”）])/g,
    severity: 'warning',
    inCells: false,
    say: slot,
  },
  {
    sign: /[（(](?:填报|预算|主管|实施|被?评价|单位|部门|机构|项目|示例|样例|范例)/,
    form: /[（(](?:(?:填报|预算|主管|实施|被?评价)?(?:单位|部门|机构)|项目)(?:全称|名称)[）)]|[（(](?:示例|样例|范例)[）)]/g,
    severity: 'warning',
    inCells: false,
    say: hint,
  },
  {
    sign: /此处|请/,
    form: /(?:此处|请)(?:插入|粘贴)[^。；，]{0,12}(?:图|表|照片)|请(?:按照?|根据|结合)[^。；，]{0,16}(?:填写|填报)/g,
    severity: 'warning',
    inCells: false,
    say: hint,
  },
  { sign: /[（(][待暂]/, form: /[（(](?:待补充|待填写?|待核实|待定|待提供|暂缺)[）)]/g, severity: 'warning', inCells: true, say: slot },
  { sign: /[?？]{2}/, form: /[?？]{2,6}(?:万元|亿元|元|[%％]|年|月|个|项|次|人|分)/g, severity: 'warning', inCells: true, say: slot },
  { sign: /【/, form: /【(?:请|此处|示例|样例|模板)[^【】]{0,40}】/g, severity: 'warning', inCells: true, say: hint },
  {
    // XX县, ××万元; letters and digits beside it make it a code or a masked number.
    sign: /[XxＸｘ×*]/,
    form: /(?<![A-Za-z0-9*×])(?:[Xx]{2,4}|[Ｘｘ]{2,4}|×{2,4}|\*{2,4}|[XＸ×](?=[年月]))(?:年|月|日|万元|亿元|元|[%％]|个|件|次|分|项目|〕|省|市|县|区|局|委|办|厅|单位|部门|中心)/g,
    severity: 'warning',
    inCells: true,
    say: slot,
  },
  {
    sign: /[XxＸｘ×*]/,
    form: /(?<![A-Za-z0-9*×])(?:[Xx]{2,4}|[Ｘｘ]{2,4}|×{2,4})(?:乡|镇|村|街道|公司|科|股|站|所|号|工程|专项|资金|经费)/g,
    severity: 'info',
    inCells: true,
    say: slot,
  },
  { sign: /20\d?[Xx×Ｘ*]/, form: /(?<!\d)20(?:[Xx×Ｘ*]{1,2}|\d[Xx×Ｘ*])(?:年|〕|\])/g, severity: 'warning', inCells: true, say: slot },
  {
    sign: /[XＸ×NＮ]/,
    form: /(?<=为|共|计|达|约|得|支出|培训|完成)[XＸ×NＮ](?:万元|亿元|元|[%％]|个|项|人|次|分)/g,
    severity: 'warning',
    inCells: false,
    say: slot,
  },
  {
    sign: /[_＿]{2}/,
    form: /(?<![_＿])[_＿]{2,60}\s?(?:万元|亿元|元|[%％]|年|月|个|项|分|人|次|件)/g,
    severity: 'warning',
    inCells: false,
    say: slot,
  },
  {
    sign: /[【《〔]\s*[】》〕]/,
    form: /【\s*】|《\s*》|〔\s*〕(?=\s?\d{0,4}\s?号)/g,
    severity: 'warning',
    inCells: false,
    say: (words) => `“${words}”内没有内容`,
  },
  {
    sign: /年\s?月\s?日/,
    form: /(?:于|至|自|在|从|截至|截止)\s?(?:20\d\d\s?)?年\s?月\s?日(?![期常])|(?<!\d)20\d\d\s?年\s?月\s?日(?=[^期常\s])/g,
    severity: 'warning',
    inCells: false,
    say: (words) => `“${words}”未填日期`,
  },
  {
    sign: /如[:：]/,
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
/** A questionnaire that is printed in the report has places to fill in. */
const QUESTION = /您|请问|贵(?:单位|公司)|[（(](?:单选|多选)/
/** Bold words of Markdown. */
const BOLD = /\*\*[^*\s][^*]{1,80}\*\*/

/** One look over the line for a sign of any mark; most lines have none. */
const ANY =
  /[_＿XxＸｘ×NＮ*?？#…○〇●△【〔［[《]|\.{4}|[（(]\s?(?:请|需|应|注|提示|说明|备注|填|附表|列表|逐|详|简|重|具|如实|分[条项]|此处|字数|不超|控制|限|\d|预算|主管|实施|被|评价|单位|部门|机构|项目|示例|样例|范例|待|暂)|某某|删|击|此处|请|[如：:]|年\s?月|括号|红字/

export function residueIn(text: string, where: 'text' | 'cell'): Residue[] {
  if (!ANY.test(text)) return []
  const isNote = NOTE.test(text) || QUESTION.test(text)
  const isSignature = SIGNATURE.test(text) && text.length <= SHORT
  const found: Residue[] = []
  const isBold = text.includes('**') && BOLD.test(text)
  for (const { sign, form, severity, inCells, inNotes, inSignatures, say } of MARKS) {
    if ((where === 'cell' && !inCells) || (isNote && !inNotes) || (isSignature && !inSignatures) || !sign.test(text)) continue
    for (const match of matchesOf(text, form)) {
      if (match[0] === '' || (isBold && match[0].includes('*'))) continue
      found.push({ start: match.index, words: match[0], severity, say })
    }
  }
  // Two marks may tell of one place.
  return found
    .sort((a, b) => a.start - b.start || b.words.length - a.words.length)
    .filter(({ start }, i, all) => i === 0 || start >= endOf(all[i - 1] as Residue))
}

const endOf = ({ start, words }: Residue): number => start + words.length
