/**
 * Reads a `.source.txt`: a head between `---` lines, the text with tags, and the relations below `⟦relations⟧`.
 *
 *   ⟦id label attributes…:printed⟧   a figure that takes part in relations
 *   ⟦=id attributes…:printed⟧        the same fact once more (unit, role, scope may be given anew)
 *   ⟦{id⟧ … ⟦}id⟧                    a list whose members are counted
 *   ⟦table attributes…⟧ ⟦end⟧        on lines of their own: default unit and role inside a table
 *
 * Behind the relations, below `⟦slips⟧`, faults may be planted, one a line: `id ¦ old ⇒ new ¦ relation ¦ kind ¦ expected ¦ explanation`,
 * where `old` is found once in the tagged text and the relation reads `proved ⇒ as printed` when the slip changes what the text claims. A head line `brackets: mixed` lets full-width and half-width brackets pair.
 * With the head line `symptoms: own` every further relation that a slip breaks is an entry of its own with the slip's as `root`.
 *
 * Faults of words stand last, below `⟦faults⟧`: `## id kind [severity]`, then lines of `key value`. `old` (found once in the tagged text, without
 * figures of relations) is replaced by `new`, where \n is a line end; `quote` (one line each, verbatim), `why` (computation), `says` (explanation) and,
 * if need be, `want` (expected value), `root` (id of a slip or fault) and `also` (other kinds that fit) are the label. A fault without `old` is a symptom.
 *
 * Attributes: a unit (万元 亿元 元 % pp 分 无 #件), a role, a period (2022, 2022-12-31), `@scope`, a hedge (约 余 近 以上),
 * `own` (the figure keeps its own printed place). Without a unit the words behind the figure decide.
 */
import { readNumber } from './rational.mjs'

const UNITS = { 元: 'yuan', 万元: 'wan-yuan', 亿元: 'yi-yuan', '%': 'percent', pp: 'percentage-point', 分: 'point', 无: 'none' }
const ROLES = new Set(
  'amount initial-budget adjusted-budget budget received executed final target actual weight score rate share change change-rate count'.split(
    ' ',
  ),
)
const HEDGES = new Set(['约', '余', '近', '以上'])
const COUNTERS =
  '平方公里 平方米 立方米 万人次 万平方米 万亩 万件 万吨 万株 万户 万尾 人次 批次 公里 公顷 课时 学时 床位 个项目 家次 户次 车次 件次 个月 千米 件 个 人 名 位 户 项 次 场 份 条 家 台 辆 套 座 处 亩 吨 期 批 篇 天 所 只 株 米 村 起 支 幅 张 册 本 块 盏 卷 节 床 间 头 口 例 部 集 枚 宗 眼 道 尾 格 门 组 类 站 艘 栋 队 班 笔'
    .split(' ')
    .sort((a, b) => b.length - a.length)
const COUNTED_AS = { 名: '人', 位: '人' }

const counter = (word) => `each:${COUNTED_AS[word] ?? word}`

const readHead = (text) => {
  const head = { traps: [] }
  for (const line of text.split('\n')) {
    if (line.startsWith('- ')) head.traps.push(line.slice(2))
    else if (line !== 'traps:' && line.includes(':'))
      head[line.slice(0, line.indexOf(':')).trim()] = line.slice(line.indexOf(':') + 1).trim()
  }
  return head
}

const readAttributes = (words, where) => {
  const found = {}
  for (const word of words) {
    if (word in UNITS) found.unit = UNITS[word]
    else if (word.startsWith('#')) found.unit = counter(word.slice(1))
    else if (ROLES.has(word)) found.role = word
    else if (/^\d{4}(-\d\d){0,2}$/.test(word)) found.period = word
    else if (word.startsWith('@')) found.scope = word.slice(1)
    else if (HEDGES.has(word)) found.hedge = word
    else if (word === 'own') found.own = true
    else throw new Error(`${where}: unknown attribute ${word}`)
  }
  return found
}

const unitBehind = (text) => {
  const rest = text.replace(/^ +/, '')
  for (const word of ['亿元', '万元', '元']) if (rest.startsWith(word)) return UNITS[word]
  if (/^(个百分点)/.test(rest)) return 'percentage-point'
  if (/^[%％]/.test(rest)) return 'percent'
  if (/^分(?![之钟别期批类为])/.test(rest)) return 'point'
  const word = COUNTERS.find((name) => rest.startsWith(name))
  return word ? counter(word) : null
}

const roleOf = (unit) =>
  unit === 'percent'
    ? 'rate'
    : unit === 'percentage-point'
      ? 'change'
      : unit === 'point'
        ? 'score'
        : unit?.startsWith('each')
          ? 'count'
          : 'amount'

const replaceOnce = (text, from, to, where) => {
  if (text.split(from).length !== 2) throw new Error(`${where}: “${from}” is not found once`)
  return text.replace(from, () => to)
}

/** The lines of a part of the source, without its mark, empty lines and comments. */
const linesOf = (part) =>
  part
    .split('\n')
    .slice(1)
    .filter((line) => line.trim() && !line.startsWith('//'))

const readFaults = (part) => {
  const faults = []
  for (const line of linesOf(part)) {
    const [key, ...words] = line.split(' ')
    const value = words.join(' ').trim()
    if (key === '##') {
      const [id, kind, severity = 'error'] = value.split(' ')
      faults.push({ id, kind, severity, quotes: [] })
    } else if (key === 'quote') faults.at(-1).quotes.push(value)
    else faults.at(-1)[key] = value.replaceAll('\\n', '\n')
  }
  return faults
}

/** The source without its planted faults, the slips and faults, and the source with all of them applied to its text. */
export const splitSlips = (whole, name) => {
  const partOf = (mark) => whole.slice(whole.indexOf(mark)).split(/\n(?=⟦faults⟧)/)[0]
  const marks = ['⟦slips⟧', '⟦faults⟧'].filter((mark) => whole.includes(mark))
  const raw = marks.length ? whole.slice(0, whole.indexOf(marks[0])) : whole
  let slippedRaw = raw
  const slips = []
  for (const line of marks.includes('⟦slips⟧') ? linesOf(partOf('⟦slips⟧')) : []) {
    const [id, edit, relation, kind, expected, explanation] = line.split('¦').map((part) => part.trim())
    const [from, to] = edit.split('⇒').map((part) => part.trim())
    slippedRaw = replaceOnce(slippedRaw, from, to, `${name}: slip ${id}`)
    const [first, second] = relation.split('⇒').map((part) => part.trim())
    slips.push({ id, relation: second ?? first, ...(second && { replaces: first }), kind, expected, explanation })
  }
  const wordFaults = marks.includes('⟦faults⟧') ? readFaults(partOf('⟦faults⟧')) : []
  for (const { id, old, new: words = '' } of wordFaults) if (old) slippedRaw = replaceOnce(slippedRaw, old, words, `${name}: fault ${id}`)
  return { raw, slips, wordFaults, slippedRaw }
}

/** Head, plain text, operands with positions in the plain text, lists, and relation lines. */
export const readSource = (raw, name) => {
  const [, headText, rest] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(raw) ?? []
  if (!rest) throw new Error(`${name}: head missing`)
  const head = readHead(headText)
  const cut = rest.indexOf('⟦relations⟧')
  const body = (cut < 0 ? rest : rest.slice(0, cut)).replace(/\n*$/, '\n')
  const relationLines =
    cut < 0
      ? []
      : rest
          .slice(cut)
          .split('\n')
          .slice(1)
          .map((line) => line.trim())
          .filter((line) => line && !line.startsWith('//'))

  const operands = new Map()
  const again = new Map()
  const lists = new Map()
  let text = ''
  let table = null
  let at = 0
  while (at < body.length) {
    const open = body.indexOf('⟦', at)
    if (open < 0) {
      text += body.slice(at)
      break
    }
    text += body.slice(at, open)
    const close = body.indexOf('⟧', open)
    const inner = body.slice(open + 1, close)
    at = close + 1
    const where = `${name} ⟦${inner}⟧`
    if (inner.startsWith('table') || inner === 'end') {
      table = inner === 'end' ? null : readAttributes(inner.split(/\s+/).slice(1), where)
      if (body[at] === '\n') at += 1
      continue
    }
    if (inner.startsWith('{')) {
      lists.set(inner.slice(1), { start: text.length })
      continue
    }
    if (inner.startsWith('}')) {
      const list = lists.get(inner.slice(1))
      list.end = text.length
      list.text = text.slice(list.start)
      continue
    }
    const colon = inner.indexOf(':')
    const [first, ...words] = inner.slice(0, colon).trim().split(/\s+/)
    const printed = inner.slice(colon + 1)
    const repeat = first.startsWith('=')
    const base = repeat ? operands.get(first.slice(1)) : null
    if (repeat && !base) throw new Error(`${where}: repeats an unknown figure`)
    const label = repeat ? base.label : words.shift()
    const given = readAttributes(words, where)
    const isWord = readNumber(printed) === null
    const unit = given.unit ?? (isWord ? 'none' : (unitBehind(body.slice(at)) ?? base?.unit ?? table?.unit))
    if (!unit) throw new Error(`${where}: no unit`)
    const count = repeat ? again.get(base.id).length + 1 : 1
    const operand = {
      id: repeat ? `${base.id}.${count}` : first,
      printed,
      start: text.length,
      end: text.length + printed.length,
      unit,
      label,
      role: given.role ?? base?.role ?? (table?.unit === unit ? table.role : undefined) ?? roleOf(unit),
      period: given.period ?? base?.period ?? table?.period ?? head.period,
      scope: given.scope ?? base?.scope ?? table?.scope,
      hedge: given.hedge,
      own: Boolean(given.own || given.hedge),
      inTable: table !== null,
      number: readNumber(printed),
    }
    if (operands.has(operand.id)) throw new Error(`${where}: id used twice`)
    operands.set(operand.id, operand)
    if (repeat) again.get(base.id).push(operand.id)
    else again.set(operand.id, [operand.id])
    text += printed
  }
  return { head, text, operands, again: [...again.values()].filter((ids) => ids.length > 1), lists, relationLines }
}
