/** What an audit looked at, so that silence is not taken for a clean bill. */
import type { Coverage } from '@jiheng/audit'

export function coverageLine({ numbers, inRelations, relations, statements }: Coverage): string {
  const places = statements.pass + statements.fail + statements['cannot-tell'] + statements.broken
  const words = places > 0 ? `；表述 ${places} 处` : ''
  if (numbers === 0) return `没有可以核对的数字${words}`
  const judged = relations.pass + relations.fail + relations['cannot-tell'] + relations.broken
  const faults = relations.broken + statements.broken
  const broken = faults > 0 ? `，检查故障 ${faults}` : ''
  const outcomes = `相符 ${relations.pass}，不符 ${relations.fail}，无法判断 ${relations['cannot-tell']}${broken}`
  return `数字 ${numbers} 个，进入核对 ${inRelations} 个；核对关系 ${judged} 条：${outcomes}${words}`
}

/** For the unit, which corrects its report and does not count our checks: how far the opinion reaches. */
export function scopeLine({ numbers, inRelations }: Pick<Coverage, 'numbers' | 'inRelations'>): string {
  if (numbers === 0) return '没有读出可以核对的数字，文字请自查'
  return `读出数字 ${numbers} 个，与其他数字核对过的 ${inRelations} 个；其余数字和文字请自查`
}

/** Of several reports. */
export function addCoverage(a: Coverage, b: Coverage): Coverage {
  return {
    numbers: a.numbers + b.numbers,
    inClaims: a.inClaims + b.inClaims,
    inRelations: a.inRelations + b.inRelations,
    relations: addOutcomes(a.relations, b.relations),
    statements: addOutcomes(a.statements, b.statements),
  }
}

function addOutcomes(a: Coverage['relations'], b: Coverage['relations']): Coverage['relations'] {
  return {
    pass: a.pass + b.pass,
    fail: a.fail + b.fail,
    'cannot-tell': a['cannot-tell'] + b['cannot-tell'],
    'not-applicable': a['not-applicable'] + b['not-applicable'],
    broken: a.broken + b.broken,
  }
}
