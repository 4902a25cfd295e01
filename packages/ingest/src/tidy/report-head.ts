/** Who and when a report is about, from its title, its form, and its first sentences. */
import { squeeze } from '../characters.ts'
import type { Block, ReportKind } from '../source-document.ts'
import { isOrganisation } from './titles.ts'

export interface ReportHead {
  readonly title: string | null
  readonly unit: string | null
  readonly year: number | null
  readonly kind: ReportKind
}

const FRONT_BLOCKS = 120
const FRONT_LENGTH = 8000

export function readHead(blocks: readonly Block[]): ReportHead {
  const titles = blocks.filter((block) => block.kind === 'heading' && block.level === 0).map((block) => ('text' in block ? block.text : ''))
  const title = longest(titles.filter((text) => /报告|总结|自评|评价|说明|汇报/.test(text)))
  const front = frontText(blocks)
  const unit = (title && unitOfTitle(title)) ?? unitOfTitles(titles) ?? unitOfForm(blocks) ?? unitOfCover(blocks) ?? unitOfSentences(front)
  return { title, unit, year: yearOf(titles, front), kind: kindOf(title, front) }
}

function longest(texts: readonly string[]): string | null {
  return texts.reduce<string | null>((best, text) => (best === null || text.length > best.length ? text : best), null)
}

function frontText(blocks: readonly Block[]): string {
  let front = ''
  for (const block of blocks.slice(0, FRONT_BLOCKS)) {
    if (block.kind === 'heading' || block.kind === 'paragraph') front += `${block.text.slice(0, FRONT_LENGTH)}\n`
    if (front.length > FRONT_LENGTH) break
  }
  return front
}

const YEAR = '(?:20[0-9０-９]{2}|２０[0-9０-９]{2}|二[〇零○O0]{1}[一二三四五六七八九〇零○]{2})'
const SUBJECT =
  /(关于|部门整体|单位整体|部门支出|部门预算|部门决算|部门绩效|整体支出|整体绩效|整体预算|项目支出|项目绩效|财政支出|财政项目|财政资金|专项资金|预算支出|预算项目|预算绩效|绩效管理|绩效自评|绩效评价|支出绩效|自评)/

/** `2021年度XX局部门整体绩效自评报告` → XX局. */
export function unitOfTitle(title: string): string | null {
  const words = squeeze(title)
  const parts = words.split(new RegExp(`[（(]?${YEAR}年?度?[）)]?`)).filter(Boolean)
  for (const part of parts) {
    const name = (part.split(SUBJECT)[0] ?? '').replace(/^(关于|附件\d*)/, '').replace(/[的之]$/, '')
    if (isOrganisation(name) && !/^(部门|单位|本级|机关)$/.test(name)) return name
    const front = FRONT_NAME.exec(name)?.[0]
    if (front) return front
  }
  return null
}

/** `XX县水务局农村饮水安全`: the name, and then the project's. */
const FRONT_NAME =
  /^[一-鿿（）()×]{2,28}(局|委员会|办公室|厅|医院|学校|中学|小学|大学|学院|幼儿园|中心|图书馆|文化馆|博物馆|档案馆|协会|联合会|办事处|人民政府)/

const NAME_LABEL = /^.{0,6}?(部门|单位|部门单位|部门[（(]单位[)）]|单位[（(]部门[)）])(名称|全称)?([（(][^）)]{1,8}[)）])?[:：]?$/

/** A line of the title that is a name and nothing else. */
const unitOfTitles = (titles: readonly string[]): string | null =>
  titles.map(squeeze).find((text) => isOrganisation(text) && !SUBJECT.test(text)) ?? null

/** Whose money or whose orders it is, not who reports. */
const ABOVE = /主管|上级|财政/

/** The name beside 部门(单位)名称 in the head of a form. */
function unitOfForm(blocks: readonly Block[]): string | null {
  const table = blocks.find((block) => block.kind === 'table')
  if (table?.kind !== 'table') return null
  for (const row of table.rows.slice(0, 6)) {
    const at = row.findIndex((cell) => NAME_LABEL.test(squeeze(cell.text)) && !ABOVE.test(cell.text))
    const name = at < 0 ? '' : squeeze(row.slice(at + 1).find((cell) => cell.text !== '')?.text ?? '')
    if (isOrganisation(name)) return name
  }
  return null
}

/** `填报单位：XX局（盖章）`, or the name alone below the title. */
function unitOfCover(blocks: readonly Block[]): string | null {
  const titleAt = blocks.findIndex((block) => block.kind === 'heading' && block.level === 0)
  for (const [i, block] of blocks.slice(0, 20).entries()) {
    if (block.kind === 'heading' && block.level > 0) return null
    if (block.kind !== 'paragraph' || block.text.length > 60) continue
    const [label = '', rest = ''] = squeeze(block.text).split(/[:：]/)
    const name = (rest || label).replace(/[（(](盖章|公章|章)[)）].*$/, '')
    if (rest ? NAME_LABEL.test(label) && isOrganisation(name) : i > titleAt && titleAt >= 0 && isOrganisation(name)) return name
  }
  return null
}

const NAME =
  '([一-鿿（）()·]{3,30}?(?:局|委|委员会|办公室|政府|中心|大厅|处|厅|院|学校|小学|中学|大学|所|站|队|馆|协会|联合会|公司|镇|乡|街道|街道办事处))'
const STATED = [
  new RegExp(`(?:^|[。；\\n])${NAME}(?:（[^）]{1,30}）)?(?:为|是|系|加挂|成立于|隶属|内设|下设|共有|现有|位于|属|核定)`),
  new RegExp(`现将${NAME}${YEAR}年`),
  new RegExp(`现将([一-鿿]{2,20}?)${YEAR}年度?(?:部门|单位)?整体`),
]

function unitOfSentences(front: string): string | null {
  for (const form of STATED) {
    const name = form.exec(front)?.[1]
    if (name && !/^(我|本|其|该)/.test(name)) return name
  }
  return null
}

const EVALUATED = [
  new RegExp(`(${YEAR})年?度?[^。；\\n《》]{0,24}(?:自评|绩效评价|绩效管理|整体支出|整体绩效)`),
  new RegExp(`(${YEAR})年度?[^。；\\n]{0,24}(?:自评|绩效评价|绩效考核)`),
  new RegExp(`(${YEAR})年度`),
]

function yearOf(titles: readonly string[], front: string): number | null {
  for (const title of titles) {
    const year = new RegExp(YEAR).exec(squeeze(title))?.[0]
    if (year) return toYear(year)
  }
  for (const form of EVALUATED) {
    const year = form.exec(front)?.[1]
    if (year) return toYear(year)
  }
  return null
}

function toYear(words: string): number {
  const digits = [...words].map((digit) => {
    const chinese = '〇一二三四五六七八九'.indexOf(digit)
    if (chinese >= 0) return chinese
    return '零○O'.includes(digit) ? 0 : Number(digit.normalize('NFKC'))
  })
  return Number(digits.join(''))
}

function kindOf(title: string | null, front: string): ReportKind {
  const words = squeeze(title ?? '')
  if (/绩效管理(考核|自评|工作自评|考评)|管理绩效|绩效管理.{0,8}(考核|自评)/.test(words)) return 'management-appraisal'
  if (/单位整体/.test(words)) return 'unit'
  if (/部门整体|整体支出|整体绩效|部门支出|部门预算/.test(words)) return 'department'
  if (/项目/.test(words) || /专项(资金|经费)/.test(words)) return 'project'
  if (/部门整体|整体支出/.test(front)) return 'department'
  if (/单位整体(支出|绩效)/.test(front)) return 'unit'
  return /项目支出绩效自评|项目绩效自评/.test(front) ? 'project' : 'unknown'
}
