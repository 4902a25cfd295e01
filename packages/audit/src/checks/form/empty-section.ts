/** Headings with nothing below them, by the report's own outline, and columns of a table that no row fills. Never a list of required sections. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import { quoteNumber } from '../../findings/quote.ts'
import { type Tell, textCheck } from '../text-check.ts'
import { tellEmptyColumns } from './empty-columns.ts'
import { type NumberedLine, numberedLines, titleOf } from './numbered-lines.ts'
import { runsOf } from './numbering-runs.ts'

export const emptySection = textCheck(
  {
    id: 'empty-section',
    kind: 'missing-section',
    severity: 'warning',
    wording: {
      title: '有标题而无内容',
      remedy: '补充该标题下的内容；没有内容的，写明“无”或删去标题。',
      explain: '按报告自己的层次核对：标题之下直接是同级或上级标题，而同级其他标题都有内容；表中列出的完成情况等栏目各行均为空白。',
      titleEnglish: 'Headings and columns without content',
    },
    source: '校核实务：章节以报告自身提纲为准',
  },
  (set, tell) => {
    tellEmptySections(set, tell)
    tellEmptyColumns(set, tell)
  },
)

/** Names of sections. A measure or a problem that is told in its heading needs no more words. */
const SECTION_NAME =
  /(?:情况|目标|分析|措施|问题|建议|概况|结论|原因|方法|依据|标准|原则|过程|内容|职能|职责|机构|设置|公开|应用|说明|打算|计划|安排|经验|做法|成效|体系|支出|收入|经费|评价|事项|效益|影响|满意度|任务|指标|设定)$/
const MEASURE =
  /^(?:进一步|不断|持续|切实|着力|加强|加大|加快|完善|强化|健全|提高|提升|推进|推动|做好|规范|落实|严格|积极|深化|建立|优化|注重|坚持|合理|科学|细化|增强|狠抓|抓好|统筹|无|没有|缺乏|缺少|不)/
/** What follows is drawn or attached. */
const ELSEWHERE = /附|图|表|照片|材料|目录|[（(]\s?(?:无|略|不|已|详见|见|同)/
/** Levels of chapters and sections; items lie deeper. */
const DEEPEST_SECTION = 3

function tellEmptySections(set: ClaimSet, tell: Tell): void {
  const lines = numberedLines(set)
  const following = new Map<number, NumberedLine>()
  for (const line of lines) following.set(line.block, line)
  for (const run of runsOf(set)) {
    const empty = run.lines.filter((line) => isEmpty(set, line, following))
    const filled = run.lines.length - empty.length
    for (let i = 0; i < filled; i++) tell.pass()
    for (const line of empty) {
      const title = nameOf(set, line)
      if (!isOdd(line, title, empty.length, filled)) tell.notApplicable()
      else tellEmpty(set, tell, line, title)
    }
  }
}

function nameOf(set: ClaimSet, { block }: NumberedLine): string {
  const content = set.report.blocks[block]
  return content?.kind === 'heading' || content?.kind === 'paragraph' ? titleOf(content).replace(/[\s。．.：:；;]+$/, '') : ''
}

/** Whether the next numbered line of the same or a higher level follows at once. */
function isEmpty(set: ClaimSet, line: NumberedLine, following: ReadonlyMap<number, NumberedLine>): boolean {
  if (set.report.blocks[line.block]?.kind !== 'heading') return false
  const next = set.report.blocks[line.block + 1]
  if (next === undefined) return true
  const after = following.get(line.block + 1)
  if (after === undefined || after.opensPart || after.value === 1) return false
  return after.level < line.level || (after.level === line.level && after.value === line.value + 1)
}

/** A list of short items is no list of empty sections: the others of the same level have content. */
function isOdd(line: NumberedLine, title: string, empty: number, filled: number): boolean {
  if (/\d/.test(title) || ELSEWHERE.test(title)) return false
  const isSection = line.level <= DEEPEST_SECTION
  if (isSection ? filled < empty : empty > 1 || filled < 2) return false
  if (title === '') return true
  return line.level < DEEPEST_SECTION ? !MEASURE.test(title) : SECTION_NAME.test(title) && !MEASURE.test(title)
}

function tellEmpty(set: ClaimSet, tell: Tell, line: NumberedLine, title: string): void {
  const words = `${line.number.replace(/\s/g, '')}${title}`
  tell.fail({
    message:
      title === '' ? `只有序号“${words}”，没有内容，请核对。` : `“${words}”之下没有任何内容，请补充；确无内容的，写明“无”或删去标题。`,
    quotes: [quoteNumber(set, line.block)],
    computation: `“${words}”之下的段落和表格：0`,
    steps: [`“${words}”之后直接是同级或上级标题，或报告结束`, '其下的段落和表格：0'],
  })
}
