/** Reads a relation line and proves it from the printed figures. Anything that does not hold throws. */
import { add, compare, div, equal, frac, least, most, mul, neg, roundTo, show, sub, ten, toDecimal, truncateTo, ZERO } from './rational.mjs'

const SCALE = { yuan: 0, 'wan-yuan': 4, 'yi-yuan': 8, percent: -2, 'percentage-point': -2 }
const scaleOf = (unit) => SCALE[unit] ?? (unit.startsWith('each:万') ? 4 : 0)
const isMoney = (unit) => unit === 'yuan' || unit === 'wan-yuan' || unit === 'yi-yuan'
const isRate = (unit) => unit === 'percent' || unit === 'percentage-point'

/** Finest decimals printed for each unit of the report: the place of its money where trailing zeros are dropped. */
export const finestPlaces = (operands) => {
  const finest = {}
  for (const { unit, number, own } of operands.values()) {
    if (number && !own) finest[unit] = Math.max(finest[unit] ?? 0, number.decimals)
  }
  return finest
}

const base = (o) => mul(o.number.value, ten(scaleOf(o.unit)))
const place = (o, finest) => {
  const decimals = isMoney(o.unit) && !o.own && o.unit !== 'yi-yuan' ? Math.max(o.number.decimals, finest[o.unit] ?? 0) : o.number.decimals
  return ten(scaleOf(o.unit) - decimals)
}
const exact = (o) => !(isMoney(o.unit) || isRate(o.unit) || o.own)
const interval = (o, finest) => {
  const half = exact(o) ? ZERO : mul(place(o, finest), frac(1n, 2n))
  return { low: sub(base(o), half), high: add(base(o), half) }
}

const plus = (a, b) => ({ low: add(a.low, b.low), high: add(a.high, b.high) })
const minus = (a, b) => ({ low: sub(a.low, b.high), high: sub(a.high, b.low) })
const times = (a, b) => {
  const ends = [mul(a.low, b.low), mul(a.low, b.high), mul(a.high, b.low), mul(a.high, b.high)]
  return { low: least(ends), high: most(ends) }
}
const over = (a, b) => times(a, { low: div(frac(1n), b.high), high: div(frac(1n), b.low) })

/** The same steps on values or on intervals. */
const VALUES = { add, sub, mul, div }
const INTERVALS = { add: plus, sub: minus, mul: times, div: over }

const steps = (formula, of, x) => {
  const sum = (ids) => ids.map(of).reduce((a, b) => x.add(a, b))
  switch (formula.form) {
    case 'sum':
      return (formula.less ?? []).map(of).reduce((a, b) => x.sub(a, b), sum(formula.parts))
    case 'difference':
      return formula.subtrahends.map(of).reduce((a, b) => x.sub(a, b), of(formula.minuend))
    case 'ratio':
      return x.div(of(formula.numerator), of(formula.denominator))
    case 'growth': {
      if (formula.change) return x.div(of(formula.change), of(formula.base))
      const [from, to] = [of(formula.base), of(formula.current)]
      return x.div(formula.direction === 'up' ? x.sub(to, from) : x.sub(from, to), from)
    }
    case 'change':
      return formula.direction === 'up' ? x.sub(of(formula.current), of(formula.base)) : x.sub(of(formula.base), of(formula.current))
    case 'product': {
      const product = formula.factors.map(of).reduce((a, b) => x.mul(a, b))
      return (formula.divisors ?? []).map(of).reduce((a, b) => x.div(a, b), product)
    }
  }
}

const RESULT = { sum: 'total', difference: 'result', ratio: 'rate', growth: 'rate', change: 'change', product: 'result' }

/** Points that come out of a ratio are on a scale of 100, like per cent. */
const resultBase = (o, form) => (form === 'ratio' && o.unit === 'point' ? mul(base(o), ten(-2)) : base(o))
const resultPlace = (o, formula, operands, finest) => {
  if (formula.form === 'ratio' && o.unit === 'point') return ten(-2 - o.number.decimals)
  if (formula.form !== 'sum' && formula.form !== 'difference' && formula.form !== 'change') return place(o, finest)
  const same = [...(formula.parts ?? []), ...(formula.less ?? []), formula.minuend, ...(formula.subtrahends ?? []), formula.current, formula.base]
    .filter(Boolean)
    .map((id) => operands.get(id))
    .filter((p) => p.unit === o.unit && !o.own)
  return least([place(o, finest), ...same.map((p) => place(p, finest))])
}

const verdictOfArithmetic = (formula, flag, operands, finest, where) => {
  const of = (id) => base(operands.get(id))
  const result = operands.get(formula[RESULT[formula.form]])
  const printed = resultBase(result, formula.form)
  const unit = resultPlace(result, formula, operands, finest)
  const value = steps(formula, of, VALUES)
  const inUnit = div(value, ten(formula.form === 'ratio' && result.unit === 'point' ? -2 : scaleOf(result.unit)))
  const fits = equal(roundTo(value, unit), printed)
  const fail = (why) => new Error(`${where}: ${why}; computed ${show(inUnit, 6)}, printed ${result.printed}`)
  if (fits) {
    if (flag) throw fail(`marked ${flag} but holds exactly`)
    return { verdict: 'consistent', value: inUnit }
  }
  if (flag === 'trunc') {
    if (!equal(truncateTo(value, unit), printed)) throw fail('not a truncation')
    return { verdict: 'rounding', value: inUnit }
  }
  if (flag === 'rounding') {
    const reach = steps(formula, (id) => interval(operands.get(id), finest), INTERVALS)
    const own = { low: sub(printed, mul(unit, frac(1n, 2n))), high: add(printed, mul(unit, frac(1n, 2n))) }
    if (compare(reach.low, own.high) > 0 || compare(reach.high, own.low) < 0) throw fail('outside of rounding')
    return { verdict: 'rounding', value: inUnit }
  }
  throw fail('does not hold')
}

const HEDGE = {
  约: (stated, real, unit) => compare(sub(stated, real), unit) <= 0 && compare(sub(real, stated), unit) <= 0,
  余: (stated, real) => compare(stated, real) <= 0,
  以上: (stated, real) => compare(stated, real) <= 0,
  近: (stated, real) => compare(stated, real) >= 0,
}

const sameFact = (ids, operands, finest, where) => {
  const list = ids.map((id) => operands.get(id))
  if (list[0].number === null) {
    if (list.some((o) => o.printed !== list[0].printed)) throw new Error(`${where}: words differ`)
    return
  }
  const sharpest = list.filter((o) => !o.hedge).reduce((a, b) => (compare(place(b, finest), place(a, finest)) < 0 ? b : a))
  for (const o of list) {
    const holds = o.hedge ? HEDGE[o.hedge](base(o), base(sharpest), place(o, finest)) : equal(roundTo(base(sharpest), place(o, finest)), base(o))
    if (!holds) throw new Error(`${where}: ${o.id}=${o.printed} is not ${sharpest.id}=${sharpest.printed}`)
  }
}

const BANDS = {
  std: [['优', 90], ['良', 80], ['中', 60], ['差', 0]],
  words: [['优秀', 90], ['良好', 80], ['一般', 60], ['较差', 0]],
  seventy: [['优秀', 90], ['良好', 80], ['合格', 70], ['不合格', 0]],
}
const bandsOf = (name) => BANDS[name].map(([grade, low], i, all) => ({ grade, low: String(low), high: String(i ? all[i - 1][1] : 100), lowIncluded: true, highIncluded: i === 0 }))

export const countMembers = (text, splitter) => {
  if (splitter.startsWith('/')) return (text.match(new RegExp(splitter.slice(1, -1), 'gu')) ?? []).length
  let depth = 0
  let members = 1
  for (const sign of text) {
    if ('（(《“'.includes(sign)) depth += 1
    else if ('）)》”'.includes(sign)) depth -= 1
    else if (sign === splitter && depth === 0) members += 1
  }
  return members
}

const FORMS = {
  sum: ([total, , ...rest]) => {
    const minus = rest.indexOf('-')
    return minus < 0 ? { form: 'sum', total, parts: rest } : { form: 'sum', total, parts: rest.slice(0, minus), less: rest.slice(minus + 1) }
  },
  diff: ([result, , minuend, , ...subtrahends]) => ({ form: 'difference', result, minuend, subtrahends }),
  ratio: ([rate, , numerator, , denominator]) => ({ form: 'ratio', rate, numerator, denominator }),
  growth: ([rate, , first, sign, from, direction]) =>
    sign === 'on' ? { form: 'growth', rate, change: first, base: from, direction } : { form: 'growth', rate, current: first, base: from, direction },
  change: ([change, , current, , from, direction]) => ({ form: 'change', change, current, base: from, direction }),
  product: ([result, , ...rest]) => {
    const slash = rest.indexOf('/')
    return slash < 0 ? { form: 'product', result, factors: rest } : { form: 'product', result, factors: rest.slice(0, slash), divisors: rest.slice(slash + 1) }
  },
  same: (operands) => ({ form: 'same', operands }),
  bound: ([low, , high]) => ({ form: 'bound', low, high }),
  count: ([stated, , list, splitter]) => ({ form: 'count', stated, list, splitter }),
  grade: ([score, grade, bands]) => ({ form: 'grade', score, grade, bands: bandsOf(bands) }),
}
const KIND = { sum: 'sum', diff: 'difference', change: 'difference', ratio: 'ratio', growth: 'growth', bound: 'sum', count: 'claim-vs-count', grade: 'grade-band' }

/** A relation line such as `ratio r = a / b !trunc :claim-vs-count`. */
export const readRelation = (line) => {
  const words = line.split(/\s+/)
  const flag = words.find((w) => w.startsWith('!'))?.slice(1)
  const kind = words.find((w) => w.startsWith(':'))?.slice(1)
  const [form, ...rest] = words.filter((w) => !/^[!:][a-z]/.test(w) && w !== '+')
  if (!FORMS[form]) throw new Error(`unknown form in: ${line}`)
  return { line, flag, kind: kind ?? KIND[form], formula: FORMS[form](rest) }
}

export const idsOf = (formula) => {
  const { total, parts = [], less = [], result, minuend, subtrahends = [], rate, numerator, denominator, current, change, factors = [], divisors = [], operands = [], low, high, stated, score, grade } = formula
  const own = [total, ...parts, ...less, result, minuend, ...subtrahends, rate, numerator, denominator, change, current, formula.base, ...factors, ...divisors, ...operands, low, high, stated, score, grade]
  return [...new Set(own.filter(Boolean))]
}

const kindOf = ({ kind, formula }, operands) => {
  if (kind) return kind
  if (formula.form === 'product') return operands.get(formula.result).unit === 'point' ? 'product-score' : 'ratio'
  return formula.operands.some((id) => operands.get(id).inTable) ? 'text-vs-table' : 'restated-fact'
}

/** Verdict, computation and kind of a relation; throws when the report contradicts it. */
export const prove = (relation, source, finest) => {
  const { operands, lists } = source
  const { formula, line } = relation
  for (const id of idsOf(formula)) if (!operands.has(id)) throw new Error(`${line}: no figure ${id}`)
  const printed = (id) => operands.get(id).printed
  const kind = kindOf(relation, operands)
  const joined = (ids, sign) => ids.map(printed).join(` ${sign} `)
  if (formula.form in RESULT) {
    const { verdict, value } = verdictOfArithmetic(formula, relation.flag, operands, finest, line)
    const stated = printed(formula[RESULT[formula.form]])
    const left = {
      sum: () => joined(formula.parts, '+') + (formula.less ? ` - ${joined(formula.less, '-')}` : ''),
      difference: () => joined([formula.minuend, ...formula.subtrahends], '-'),
      ratio: () => `${printed(formula.numerator)} / ${printed(formula.denominator)}`,
      growth: () => (formula.change ? `${printed(formula.change)} / ${printed(formula.base)}` : `(${printed(formula.current)} - ${printed(formula.base)}) / ${printed(formula.base)} (${formula.direction})`),
      change: () => (formula.direction === 'up' ? joined([formula.current, formula.base], '-') : joined([formula.base, formula.current], '-')),
      product: () => joined(formula.factors, '×') + (formula.divisors ? ` / ${joined(formula.divisors, '/')}` : ''),
    }[formula.form]()
    return { kind, verdict, formula, computation: `${left} = ${show(value)}; stated ${stated}` }
  }
  if (formula.form === 'same') {
    sameFact(formula.operands, operands, finest, line)
    return { kind, verdict: 'consistent', formula, computation: joined(formula.operands, '=') }
  }
  if (formula.form === 'bound') {
    if (compare(base(operands.get(formula.low)), base(operands.get(formula.high))) > 0) throw new Error(`${line}: ${printed(formula.low)} > ${printed(formula.high)}`)
    return { kind, verdict: 'consistent', formula, computation: `${printed(formula.low)} ≤ ${printed(formula.high)}` }
  }
  if (formula.form === 'count') {
    const listed = countMembers(lists.get(formula.list).text, formula.splitter)
    if (!equal(base(operands.get(formula.stated)), frac(BigInt(listed)))) throw new Error(`${line}: ${listed} listed, ${printed(formula.stated)} stated`)
    return { kind, verdict: 'consistent', formula: { form: 'count', stated: formula.stated, listed }, computation: `${listed} listed; stated ${printed(formula.stated)}`, list: formula.list }
  }
  const score = base(operands.get(formula.score))
  const band = formula.bands.find(({ low }) => compare(score, frac(BigInt(low))) >= 0)
  if (band.grade !== printed(formula.grade)) throw new Error(`${line}: ${printed(formula.score)} is ${band.grade}, printed ${printed(formula.grade)}`)
  return { kind, verdict: 'consistent', formula, computation: `${band.low} ≤ ${printed(formula.score)}: ${band.grade}` }
}

export const canonical = (o) => (o.number ? toDecimal(o.number.value) : o.printed)
