/** A survey or a monitoring is said not to have been held, and yet its result is printed: 未开展满意度调查 beside 满意度95%. */
import { compare, ZERO } from '@jiheng/quantity'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import { reduce } from '../../claims/phrase-words.ts'
import { selfTest } from '../../claims/self-names.ts'
import { quoteFigure } from '../../findings/quote.ts'
import { sayFigure } from '../../findings/say.ts'
import { textCheck } from '../text-check.ts'
import { clausesOf, isNotYet, isOutlook, namesOtherYear, quoteClause, type Said } from './said.ts'

const DENIES = /未|没有/
const NOT_HELD =
  /^(.{0,16}?)(?:均|尚|还)?(?:未|没有)(?:组织|安排)?(?:开展|进行|实施)(?:过)?(?:任何|相关|专门的?|社会|服务对象|群众|公众)*(满意度(?:问卷)?调查|问卷调查|绩效(?:运行)?监控|绩效自评|部门(?:绩效)?评价)(?:工作|活动)?$/
const RESULTS: readonly (readonly [held: RegExp, result: RegExp, unit: RegExp])[] = [
  [/满意度|问卷/, /满意(?:度|率)|问卷/, /^(?:ratio|each:份)$/],
  [/监控/, /监控(?:项目|完成率|覆盖率)/, /^(?:ratio|each:个)$/],
  [/自评/, /自评(?:项目|完成率|覆盖率)/, /^(?:ratio|each:个)$/],
  [/部门/, /部门(?:绩效)?评价(?:项目|完成率)/, /^(?:ratio|each:个)$/],
]
/** One project, one part, one season. */
const PART = /部分|个别|项目|下属|所属|季度|半年|\d月|因|由于/

export const notHeldYetMeasured = textCheck(
  {
    id: 'not-held-yet-measured',
    kind: 'contradiction',
    severity: 'warning',
    wording: {
      title: '称未开展而列有结果',
      remedy: '核对是否开展；结果取自往年或其他调查的，请注明来源。',
      explain: '“未开展满意度调查”“未开展绩效监控”等表述，与同一年度所列的满意度、问卷份数、监控项目数对照。',
      titleEnglish: 'Said not to have been held, and yet its result is printed',
    },
    source: 'framework §6 ID-66',
  },
  (set, tell) => {
    const isSelf = selfTest(set.report.unit)
    const told = new Set<string>()
    for (const said of clausesOf(set)) {
      const held = notHeldIn(set, said, isSelf)
      if (held === null || told.has(held)) continue
      told.add(held)
      const figure = resultOf(set, said, held)
      if (figure === null) {
        tell.pass()
        continue
      }
      const result = `${figure.rateName ?? figure.claim.label}${sayFigure(figure)}`
      tell.fail({
        message: `此处称“${said.words}”，另处却列有${result}，请核对。`,
        quotes: [quoteClause(set, said), quoteFigure(set, figure)],
        computation: `未开展${held} ↔ ${result}`,
        steps: [`此处表述：“${said.words}”`, `另处列有结果：${result}`, '未开展的，没有结果可列'],
        confidence: 0.75,
      })
    }
  },
)

function notHeldIn(set: ClaimSet, said: Said, isSelf: (words: string) => boolean): string | null {
  if (!DENIES.test(said.words)) return null
  const words = said.words.replace(/[“”"\s]/g, '')
  const match = words.length > 50 ? null : NOT_HELD.exec(words)
  if (match === null || isNotYet(words) || PART.test(match[1] ?? '') || isOutlook(set, said.sentence.section)) return null
  if (namesOtherYear(words, set.report.year) || reduce(match[1] ?? '', isSelf) !== '') return null
  return match[2] ?? null
}

/** A result of the year in another paragraph: beside the denial, the writer knows where it comes from. */
function resultOf(set: ClaimSet, said: Said, held: string): Figure | null {
  const [, result, unit] = RESULTS.find(([name]) => name.test(held)) ?? []
  if (result === undefined || unit === undefined) return null
  const found = set.figures.find(
    (figure) =>
      unit.test(figure.dimension) &&
      figure.periodKey === '' &&
      (figure.claim.role === 'rate' || figure.claim.role === 'actual' || figure.claim.role === 'count') &&
      compare(figure.value, ZERO) > 0 &&
      figure.claim.anchor.block !== said.sentence.block &&
      result.test(`${figure.rateName ?? ''}${figure.claim.label}${figure.lead.slice(-12)}`) &&
      !/不低于|以上|目标|≥|达到(?=$)/.test(figure.lead.slice(-8)) &&
      !isOutlook(set, figure.section),
  )
  return found ?? null
}
