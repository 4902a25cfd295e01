/** The report belongs to one county, and yet follows the notice, or is published on the site, of another. */
import { quoteInClause } from '../../findings/quote.ts'
import { matchesOf } from '../matches.ts'
import { textCheck } from '../text-check.ts'
import { countyOf, isElsewhere } from './own-names.ts'
import { textOf } from './said.ts'

const PLACE = '(?!根据|按照|依据|依照|遵照|[按经由]|通过|登录)([^省市县区旗，。；《》“”（）()\\s\\d]{2,4}(?:县|区|旗))'
/** Every form with a sign of it, which is looked for first. */
const FORMS: readonly { readonly what: string; readonly sign: RegExp; readonly form: RegExp }[] = [
  {
    what: '开展自评的通知',
    sign: /财政局/,
    form: new RegExp(
      `(?:^|[《“，。；市省州]|根据|按照|依据|依照|遵照|按|经|由)${PLACE}财政局》?[《〈]?关于[^》。]{0,40}(?:自评|绩效评价|绩效管理|绩效考核)`,
      'g',
    ),
  },
  {
    what: '公开的网站',
    sign: /政府(?:门户|信息公开|官方)?(?:网|官网)/,
    form: new RegExp(`(?:[在于市省州，]|通过|登录)(?:[一-鿿]{2,4}市)?${PLACE}(?:人民)?政府(?:门户|信息公开|官方)?(?:网站|官网|网)`, 'g'),
  },
]
/** 按照县, 通过县, 结果县: words before 县 that are no name of one. No county is named with these characters. */
const NO_NAME =
  /[按照据我该各某其的了在对受报送请及要求属级并或已均]|根据|遵照|通过|利用|借助|依托|结果|随后|同时|统一|执行|落实|转发|印发|下发|接到|收到|所在|所有|经开|经济|本县|本区|本旗/

export const foreignRegion = textCheck(
  {
    id: 'foreign-region',
    kind: 'foreign-entity',
    severity: 'warning',
    wording: {
      title: '疑似其他县区名称',
      remedy: '核对地名；如系套用其他县区的文字，请更正。',
      explain: '所依据的财政局通知、结果公开的政府网站应属于本县（区、旗）或上级；县名、区名不同的提出疑问。',
      titleEnglish: 'The name of another county',
    },
    source: '校核实务：抄录留下的其他单位名称',
  },
  (set, tell) => {
    const unit = set.report.unit
    const here = unit === null ? null : countyOf(unit)
    if (unit === null || here === null) return
    const told = new Set<string>()
    for (let block = 0; block < set.report.blocks.length; block++) {
      const text = textOf(set, block) ?? ''
      for (const { what, sign, form } of FORMS) {
        if (!sign.test(text)) continue
        for (const match of matchesOf(text, form)) {
          const place = match[1] ?? ''
          if (NO_NAME.test(place) || countyOf(place) === null) continue
          if (!isElsewhere(place, unit)) {
            tell.pass()
            continue
          }
          if (told.has(what + place)) continue
          told.add(what + place)
          const start = match.index + match[0].indexOf(place)
          tell.fail({
            message: `报告单位属${here}，此处（${what}）却写“${place}”，请核对地名。`,
            quotes: [quoteInClause(set, block, start, start + place.length)],
            computation: `${unit} ↔ ${place}`,
            steps: [`报告单位：${unit}`, `${what}应属本县（区、旗）或上级`, `此处写作：${place}`],
            confidence: 0.8,
          })
        }
      }
    }
  },
)
