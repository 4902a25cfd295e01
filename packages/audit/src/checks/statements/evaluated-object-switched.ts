/** The title evaluates a project and the conclusion a whole department, or the other way round. */
import { quoteBlock } from '../../findings/quote.ts'
import { textCheck } from '../text-check.ts'
import { clausesOf, quoteClause, textOf, titlesOver } from './said.ts'

const WHOLE = /(?:部门|单位)整体(?:支出)?绩效(?:自评|评价)?(?:结果|综合|自评|总)*(?:显示|得分|评分|评价等级|等级为)/
const PROJECT = /^(?:综上|经自评|经评价|本次|该|本)?(?:该|本)项目(?:支出)?(?:绩效)?(?:自评|综合|评价|总)*(?:得分|评分|等级为)/
const CONCLUSION = /结论|自评结果|评价结果|总体评价/

export const evaluatedObjectSwitched = textCheck(
  {
    id: 'evaluated-object-switched',
    kind: 'contradiction',
    severity: 'warning',
    wording: {
      title: '评价对象前后不一',
      remedy: '核对评价对象是项目还是部门（单位）整体，统一标题和结论。',
      explain: '标题是项目支出自评，结论却写“部门整体支出绩效自评得分”；或标题是部门整体，结论却写“该项目自评得分”。',
      titleEnglish: 'The object of the evaluation changes',
    },
    source: '校核实务：抄录的段落',
  },
  (set, tell) => {
    const title = set.report.title ?? ''
    const isWhole = /整体/.test(title)
    if (isWhole === /项目/.test(title)) return
    const block = set.report.blocks.findIndex((content, at) => content.kind === 'heading' && title !== '' && textOf(set, at) === title)
    for (const said of clausesOf(set)) {
      if (said.sentence.block === block || said.words.length > 60 || /[《》]/.test(said.words)) continue
      const isOther = isWhole
        ? PROJECT.test(said.words) && CONCLUSION.test(titlesOver(set, said.sentence.section)[0] ?? '')
        : WHOLE.test(said.words)
      if (!isOther) continue
      const [named, told] = isWhole ? ['部门（单位）整体', '项目'] : ['项目', '部门（单位）整体']
      tell.fail({
        message: `报告标题评价的是${named}，此处“${said.words}”评价的却是${told}，请核对评价对象。`,
        quotes: [quoteClause(set, said), ...(block >= 0 ? [quoteBlock(set, block)] : [])],
        computation: `标题：${named} ↔ 此处：${told}`,
        steps: [`标题：${title}`, `此处：${said.words}`, '评价对象应前后一致'],
        confidence: 0.75,
      })
      return
    }
    tell.pass()
  },
)
