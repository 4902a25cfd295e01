/** The report speaks of itself as a body of another kind: 我局 in the report of a town, left in by copy and paste. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Quote } from '../../findings/finding.ts'
import { quoteInClause } from '../../findings/quote.ts'
import { matchesOf } from '../matches.ts'
import { textCheck } from '../text-check.ts'
import { textOf } from './said.ts'

/** 我局 and 本局, but not 本办法, 我委托, 成本局. */
const SELF =
  /(?<![基成资根原版样书课文剧脚译读])(?:我|本)(支队|大队|街道|中心|局(?![部面])|办(?![法理公事])|委(?![托派员])|厅(?![堂])|院(?![内落])|校(?![核对准园])|馆|站(?!位|在|点)|镇|乡(?!村|土|镇)|园(?!区|林)|社(?![会区])|部(?![门分署队委下落])|会(?![议计同员场费])|处(?![理于置在罚分])|所(?![有需在得属以列称述示指谓做作]))/g
/** 我 or 本 before the word of a body: a quicker look, for most paragraphs have neither. */
const MAY_SPEAK = /[我本](?:支队|大队|街道|中心|[局办委厅院校馆站镇乡园社部会处所])/
/** How bodies of each kind may speak of themselves, besides the words that their own name holds. */
const ALSO: readonly (readonly [kind: RegExp, words: RegExp])[] = [
  [/镇/, /镇|街道|办/],
  [/乡/, /乡|办/],
  [/街道|办事处/, /街道|办|处/],
  [/人民政府$/, /镇|乡|办/],
  [/办公室$|办$/, /办|处|中心/],
  [/委员会|委$/, /委|会|办|局/],
  [/联合会|协会|工会|商会|学会|联$/, /会/],
  [/学校|中学|小学|学院|大学|党校|校$/, /校|院|园/],
  [/幼儿园/, /园|校/],
  [/医院|卫生院|院$/, /院|中心/],
  [/队$/, /支队|大队|队|局/],
  [/中心$/, /中心|院|站|馆|所|处|局/],
  [/局$/, /局|办|委/],
  [/厅$/, /厅|办/],
  [/处$/, /处|局/],
  [/站$/, /站|中心|所/],
  [/所$/, /所|站/],
  [/馆$/, /馆|中心/],
  [/社$/, /社|会|办/],
  [/部$/, /部|办/],
  [/会$/, /会|机关|办/],
]
const SECOND_NAME = /牌子|挂牌|加挂|合署|简称|更名|原名|前身|改革|组建|划入|并入|下属|下辖|所属|直属|二级|事业单位|隶属/

interface SelfWord {
  readonly word: string
  readonly block: number
  readonly start: number
  readonly length: number
}

export const foreignSelfWord = textCheck(
  {
    id: 'foreign-self-word',
    kind: 'foreign-entity',
    severity: 'warning',
    wording: {
      title: '自称与单位类别不符',
      remedy: '核对自称；如系套用其他单位报告，请逐处更正。',
      explain:
        '报告中的“我局”“我校”“我镇”等自称与填报单位的类别对照。加挂牌子、机构改革中的名称和上级机关名称里的字不算；自称以另一类为主的不作判断。',
      titleEnglish: 'It speaks of itself as a body of another kind',
    },
    source: '校核实务：抄录留下的其他单位名称',
  },
  (set, tell) => {
    const words = selfWords(set)
    const unit = set.report.unit
    if (unit === null) {
      if (words.length > 0) tell.cannotTell(null, '填报单位名称')
      return
    }
    if (words.length === 0) return
    const allowed = ALSO.filter(([kind]) => kind.test(unit)).map(([, also]) => also)
    if (allowed.length === 0) return
    const names = unit + secondNames(set)
    const isOwn = (word: string): boolean => names.includes(word) || allowed.some((also) => also.test(word))
    const own = words.filter(({ word }) => isOwn(word))
    const foreign = words.filter(({ word }) => !isOwn(word))
    for (const _ of own) tell.pass()
    const [first] = foreign
    if (first === undefined) return
    // Where the other word prevails, the unit may well be called so.
    const fitting = own.length + unitWords(set)
    if (fitting < 2 || foreign.length * 2 > fitting) return
    const said = textOf(set, first.block)?.slice(first.start, first.start + first.length) ?? ''
    tell.fail({
      message: `报告单位是${unit}，此处却自称“${said}”${foreign.length > 1 ? `（共${foreign.length}处）` : ''}，请核对是否套用了其他单位的文字。`,
      quotes: quotesOf(set, first, foreign),
      computation: `${unit}：自称“${said}”`,
      steps: [`报告单位：${unit}`, `其余自称与单位类别相符的${own.length}处`, `此处自称“${said}”，类别不符`],
      confidence: 0.75,
    })
  },
)

function quotesOf(set: ClaimSet, first: SelfWord, foreign: readonly SelfWord[]): readonly [Quote, ...Quote[]] {
  const quote = ({ block, start, length }: SelfWord): Quote => quoteInClause(set, block, start, start + length)
  return [quote(first), ...foreign.slice(1, 5).map(quote)]
}

function selfWords(set: ClaimSet): SelfWord[] {
  const found: SelfWord[] = []
  for (let block = 0; block < set.report.blocks.length; block++) {
    const text = textOf(set, block)
    if (text === null || !MAY_SPEAK.test(text)) continue
    for (const match of matchesOf(text, SELF)) found.push({ word: match[1] ?? '', block, start: match.index, length: match[0].length })
  }
  return found
}

/** 我单位 and 本部门 fit every body. */
function unitWords(set: ClaimSet): number {
  let count = 0
  for (let block = 0; block < set.report.blocks.length; block++)
    count += (textOf(set, block)?.match(/(?:我|本)(?:单位|部门)/g) ?? []).length
  return count
}

/** Sentences that give the unit a second name. */
function secondNames(set: ClaimSet): string {
  return set.sentences
    .map(({ block, start, end }) => textOf(set, block)?.slice(start, end) ?? '')
    .filter((words) => SECOND_NAME.test(words))
    .slice(0, 20)
    .join('')
}
