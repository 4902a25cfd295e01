/** What a check rests on, as somebody reads it who has no list of our rules at hand. */
import { type CheckId, catalogue } from '@jiheng/audit'

const sources = new Map(catalogue.map(({ id, source }) => [id, source]))

/** Null where arithmetic alone speaks: references to our own reference say nothing to the reader, nor does 算术. */
export function citationOf(check: CheckId): string | null {
  const parts = (sources.get(check) ?? '').split(/[；;]/).filter((part) => !/framework|^(?:算术|定义|校核实务)$/.test(part.trim()))
  const said = parts.join('；')
  return said === '' ? null : said
}
