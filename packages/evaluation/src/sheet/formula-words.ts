/** Formulas in a sheet name figures by their labels: 全年执行数 ÷ 全年预算数. Where that could not be led back exactly, the text stays. */
import type { ItemCatalogue } from '../facts/item.ts'

export function formulaWords(items: ItemCatalogue): { readonly write: (text: string) => string; readonly read: (text: string) => string } {
  const ids = new Map<string, string>()
  for (const { id, label } of items.values()) if (isPlainName(label)) ids.set(label, ids.has(label) ? '' : id)
  // The longest first: 年初预算数 is not 年初 and then 预算数.
  const labels = [...ids.keys()].filter((label) => ids.get(label) !== '').sort((a, b) => b.length - a.length)
  const pattern = labels.length === 0 ? null : new RegExp(labels.map(escaped).join('|'), 'g')
  const read = (text: string): string => {
    // A formula of ids stands as it is.
    if (!/\p{Script=Han}/u.test(text)) return text
    const plain = text
      .replace(/（/g, '(')
      .replace(/）/g, ')')
      .replace(/×/g, '*')
      .replace(/÷/g, '/')
      .replace(/[－−]/g, '-')
      .replace(/上年\s*\(/g, 'last(')
      .replace(/绝对值\s*\(/g, 'abs(')
    return pattern === null ? plain : plain.replace(pattern, (label) => ids.get(label) ?? label)
  }
  const write = (text: string): string => {
    const said = text
      .replace(/[a-z][a-z0-9]*(?:-[a-z0-9]+)*/g, (name) =>
        name === 'last' ? '上年' : name === 'abs' ? '绝对值' : (items.get(name)?.label ?? name),
      )
      .replace(/\*/g, '×')
      .replace(/\//g, '÷')
    return read(said) === text ? said : text
  }
  return { read, write }
}

/** Of Chinese letters only: what holds signs or Latin letters might be taken apart. */
const isPlainName = (label: string): boolean => /^\p{Script=Han}+$/u.test(label)

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
