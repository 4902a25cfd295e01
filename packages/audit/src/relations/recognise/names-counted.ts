/**
 * A number announced against the names that stand beside it: "设科室3个，分别是办公室、财务科…", "下设6个股室：…",
 * "内设办公室、综合股、执法股3个股室", "修订《…》、《…》等3项制度".
 */
import { fromInteger } from '@jiheng/quantity'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure, Sentence } from '../../claims/figure.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Reading, side } from '../relation.ts'

/** What may stand between the number and the first name. */
const OPENS = /^[^，。；：:、（(]{0,8}(?:（[^（()）]{1,8}）)?(?:[，,]?(?:分别(?:是|为)|即|包括|具体(?:是|为|包括))[：:]?|[：:])/
/** What names before a number are summed up as: kinds of offices, places and tasks, of which each name is one. */
const NOUN_BEHIND =
  /^(?:内设|职能|下属|直属|预算|基层|二级|事业|行政|参公|重点|专项|管理|业务|子)*(?:股室|科室|处室|部室|部门|单位|机构|乡镇|镇街|街道|乡|镇|村|社区|县区|县|区|项目|方面|环节|领域|行业|中队|大队|分局|专班|板块|任务|制度|办法|文件|方案)/
/** Words that open names in front of a number. */
const LISTS =
  /^.*?(?:内设|设有|下设|设立|设|下辖|管辖|辖|包括|包含|涵盖|涉及|囊括|修订了?|制定了?|印发了?|出台了?|完善了?|建立了?|覆盖)(?:有|了)?(?=.{2})/
const JOINS = /[和及与]/
const MAX_NAMES = 60
const MAX_NAME = 24
const MAX_REACH = 1200

/** The numbers of names that a list may be read as, and whether there may be more of them than are named. */
interface Names {
  readonly least: number
  readonly most: number
  readonly isOpen: boolean
}

export function recogniseCountedNames(set: ClaimSet): NewRelation[] {
  const relations: NewRelation[] = []
  for (const sentence of set.sentences) {
    for (const index of sentence.figures) {
      const figure = set.figures[index] as Figure
      if (!figure.dimension.startsWith('each:') || figure.claim.quantity.hedge !== undefined || figure.compare !== null) continue
      const names = namesAfter(set, sentence, figure) ?? namesBefore(set, sentence, figure)
      if (names !== null) relations.push(relationOf(figure, names))
    }
  }
  return relations
}

function textOf(set: ClaimSet, sentence: Sentence): string | null {
  const block = set.report.blocks[sentence.block]
  return block !== undefined && 'text' in block ? block.text : null
}

function clauseOf(figure: Figure): number {
  return figure.seat.kind === 'text' ? figure.seat.clause : -1
}

function namesAfter(set: ClaimSet, sentence: Sentence, figure: Figure): Names | null {
  const text = textOf(set, sentence)
  const clause = sentence.clauses[clauseOf(figure)]
  if (text === null || clause === undefined || clause.figures.at(-1) !== figure.index) return null
  const after = text.slice(figure.tidyEnd, Math.min(sentence.end, figure.tidyEnd + MAX_REACH)).replace(/\s/g, '')
  const open = OPENS.exec(after)
  if (open === null) return null
  const list = withoutBrackets(after.slice(open[0].length))
  if (!/[：:]$/.test(open[0])) return countOf((list.split(/[，,；;]/)[0] ?? '').split('、'))
  // A colon may open anything: only a list of plain names to the end of the sentence is counted.
  if (/[，,]|[一二三四]是/.test(list) || (list.includes('、') && /[；;]./.test(list))) return null
  return countOf(list.replace(/[；;]$/, '').split(list.includes('、') ? '、' : /[；;]/))
}

/** Brackets hold other names of the same thing. */
const withoutBrackets = (words: string): string => words.replace(/[（(][^（()）]{0,40}[）)]/g, '')

function namesBefore(set: ClaimSet, sentence: Sentence, figure: Figure): Names | null {
  const text = textOf(set, sentence)
  const at = clauseOf(figure)
  const clause = sentence.clauses[at]
  if (text === null || clause === undefined || clause.figures[0] !== figure.index || clause.opener !== '、') return null
  if (!NOUN_BEHIND.test(figure.tail.replace(/\s/g, ''))) return null
  const names = [figure.lead.replace(/\s/g, '')]
  let opener: string = clause.opener
  for (let before = at - 1; before >= 0 && opener === '、' && names.length <= MAX_NAMES; before--) {
    const earlier = sentence.clauses[before]
    if (earlier === undefined || earlier.figures.length > 0) return null
    names.unshift(text.slice(earlier.start, earlier.end).replace(/\s/g, ''))
    opener = earlier.opener
  }
  const [first, last] = [names[0] ?? '', names.at(-1) ?? '']
  if (!LISTS.test(first) && !(opener === '' || opener === '：' || opener === ':')) return null
  names[0] = first.replace(LISTS, '')
  names[names.length - 1] = last.replace(/等$/, '')
  const count = countOf(names)
  return count === null ? null : { ...count, isOpen: last.endsWith('等') }
}

/** 和 and 及 may join two names or stand inside one. A list with figures counts something else. */
function countOf(names: readonly string[]): Names | null {
  const tidy = names.map((name) => withoutBrackets(name).replace(/^[“”"]|[。.“”"]$/g, ''))
  if (tidy.length < 2 || tidy.length > MAX_NAMES) return null
  if (tidy.some((name) => name.length < 2 || name.length > MAX_NAME || /[\d：:，,]/.test(name)) || /等.{0,4}$/.test(tidy.at(-1) ?? ''))
    return null
  const joined = tidy.filter((name) => JOINS.test(name)).length
  return { least: tidy.length, most: tidy.length + joined, isOpen: false }
}

function relationOf(figure: Figure, names: Names): NewRelation {
  const source = { by: 'count' as const, ref: '所列名称的个数' }
  const shared = { finding: 'claim-vs-count' as const, accused: figure.index, certainty: 'warning' as const, source }
  if (names.isOpen) {
    const low = { plus: [], minus: [], constant: fromInteger(names.least) }
    return {
      ...shared,
      kind: 'bound',
      readings: [{ say: `所列名称 ${names.least} 个`, equation: { form: 'order', low, high: side([figure.index]) } }],
    }
  }
  const readings: Reading[] = []
  for (let count = names.least; count <= names.most; count++)
    readings.push({
      say: `所列名称 ${count} 个`,
      equation: { form: 'linear', left: side([figure.index]), right: { plus: [], minus: [], constant: fromInteger(count) } },
    })
  return { ...shared, kind: 'sum', readings }
}
