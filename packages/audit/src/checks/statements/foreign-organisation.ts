/** Another organisation stands where only the reporting unit can stand: left in by copy and paste. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import { type Fault, textCheck } from '../text-check.ts'
import { othersAsSubjects } from './another-as-subject.ts'
import { isElsewhere, type OwnNames, ownNames, withoutPlace } from './own-names.ts'
import { textOf } from './said.ts'
import { FRONT_BLOCKS, INTRODUCED, type SelfPosition, selfPositions } from './self-positions.ts'

const NUMBER = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）).、．])/
const SELF = /^[我本](?:单位|部门|局|委|办|中心|院|校|馆|站|所|镇|乡|街道|会|队|支队|大队)/

export const foreignOrganisation = textCheck(
  {
    id: 'foreign-organisation',
    kind: 'foreign-entity',
    severity: 'warning',
    wording: {
      title: '疑似其他单位名称',
      remedy: '核对单位名称；如系套用其他单位报告，请逐处更正。',
      explain:
        '满意度的对象、自评的对象、职责、问题和措施的主体、落款应是填报单位。全称、简称、曾用名、加挂牌子，上级、下属、合作单位，以及报告另处写到的单位不算。',
      titleEnglish: 'The name of another organisation',
    },
    source: '校核实务：抄录留下的其他单位名称',
  },
  (set, tell) => {
    const own = ownNames(set)
    const positions = selfPositions(set)
    if (own === null) {
      for (const position of othersAsSubjects(set, ofCounty(set))) tell.fail(faultOf(set.report.unit ?? '', position))
      if (positions.length > 0) tell.cannotTell(null, '填报单位名称')
      return
    }
    const text = set.report.blocks.map((_, block) => textOf(set, block) ?? '').join('\n')
    const isIntroduced = introducesItself(set, own.unit)
    const told = new Set<string>()
    for (const position of othersAsSubjects(set, own)) {
      if (told.has(position.name)) continue
      told.add(position.name)
      tell.fail(faultOf(own.unit, position))
    }
    for (const position of positions) {
      if (position.place === INTRODUCED && isIntroduced && !isElsewhere(position.name, own.unit)) tell.pass()
      else if (!isForeign(position, own, text)) tell.pass()
      else if (!told.has(position.name)) {
        told.add(position.name)
        tell.fail(faultOf(own.unit, position))
      }
    }
  },
)

/** A report on a fund may name no more than its county: "临河县2023年度…专项资金绩效自评报告". */
const ofCounty = (set: ClaimSet): OwnNames => ({ unit: set.report.unit ?? '', isKnown: () => false, isOwn: () => false })

const PLACE_ALONE = /^[^省市县区旗]{2,6}(?:自治县|县|区|旗)$/

const faultOf = (unit: string, { name, place, quote }: SelfPosition): Fault => ({
  message: `${PLACE_ALONE.test(unit) ? '报告属于' : '报告单位是'}${unit}，此处（${place}）却写“${name}”，请核对是否为其他单位名称。`,
  quotes: [quote()],
  computation: `${unit} ≠ ${name}`,
  steps: [`报告单位：${unit}`, `此处为${place}，应是报告单位`, `写作：${name}`],
  expected: null,
  confidence: 0.8,
})

/** The overview begins with the unit itself, whatever it goes on to introduce. */
function introducesItself(set: ClaimSet, unit: string): boolean {
  const short = withoutPlace(unit)
  return set.report.blocks.slice(0, FRONT_BLOCKS).some((content, block) => {
    if (content.kind === 'heading' && content.level === 0) return false
    const words = (textOf(set, block) ?? '').slice(0, 80).replace(/\s/g, '').replace(NUMBER, '')
    return words.startsWith(unit) || words.startsWith(short) || words.startsWith(`县${short}`) || SELF.test(words)
  })
}

/** Who is asked about may be a partner that the report speaks of elsewhere; who is evaluated, whose duties and who signs may not. */
function isForeign({ name, place }: SelfPosition, own: OwnNames, text: string): boolean {
  if (isElsewhere(name, own.unit)) return true
  if (own.isKnown(name)) return false
  return place !== '满意度的对象' || text.indexOf(name) === text.lastIndexOf(name)
}
