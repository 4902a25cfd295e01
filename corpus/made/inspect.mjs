/** What can be seen of a text without its relations: heading order, brackets, leftover tags, numbers that no relation covers. */

const DIGITS = '零一二三四五六七八九十'
const chinese = (text) => {
  const at = text.indexOf('十')
  if (at < 0) return DIGITS.indexOf(text)
  return (at === 0 ? 1 : DIGITS.indexOf(text[0])) * 10 + (at === text.length - 1 ? 0 : DIGITS.indexOf(text.at(-1)))
}

const LEVELS = [
  { depth: 0, pattern: /^第([一二三四五六七八九十]+)部分/, read: chinese },
  { depth: 1, pattern: /^#*\s*([一二三四五六七八九十]+)、/, read: chinese },
  { depth: 2, pattern: /^#*\s*[（(]([一二三四五六七八九十]+)[）)]/, read: chinese },
  { depth: 3, pattern: /^(\d+)[.．、](?!\d)/, read: Number },
  { depth: 4, pattern: /^[（(](\d+)[）)]/, read: Number },
]

/** Each level counts 1, 2, 3 … and starts again below a heading of a higher level. */
const numberingFaults = (lines) => {
  const last = [0, 0, 0, 0, 0]
  const faults = []
  lines.forEach((line, i) => {
    if (line.includes('\t') || line.includes('|')) return
    const text = line.normalize('NFKC').trim()
    const level = LEVELS.find(({ pattern }) => pattern.test(text))
    if (!level) return
    const number = level.read(level.pattern.exec(text)[1])
    if (number !== last[level.depth] + 1 && number !== 1) faults.push(`line ${i + 1}: heading ${text.slice(0, 12)} follows ${last[level.depth]}`)
    last[level.depth] = number
    last.fill(0, level.depth + 1)
  })
  return faults
}

const PAIRS = { '（': '）', '《': '》', '“': '”', '〔': '〕', '(': ')', '【': '】' }
const bracketFaults = (text) =>
  text.split(/\n\s*\n/).flatMap((block) => {
    const open = []
    for (const sign of block) {
      if (sign in PAIRS) open.push(sign)
      else if (Object.values(PAIRS).includes(sign) && PAIRS[open.pop()] !== sign) return [`brackets do not pair in: ${block.slice(0, 40)}`]
    }
    return open.length ? [`bracket ${open[0]} is not closed in: ${block.slice(0, 40)}`] : []
  })

export const faultsOfText = (text, { brackets } = {}) => [
  ...numberingFaults(text.split('\n')),
  ...bracketFaults(brackets === 'mixed' ? text.replace(/[（）]/g, (sign) => sign.normalize('NFKC')) : text),
  ...(/[⟦⟧]/.test(text) ? ['a tag is left in the text'] : []),
  ...(/\r|[ 　]\n/.test(text) ? ['carriage return or white space at the end of a line'] : []),
]

const NUMBER = /[+\-−]?[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?/gu

/** Years, and ordinals of headings, tables and rows. */
const isPlain = (text, at, number) => {
  const behind = text.slice(at + number.length, at + number.length + 2)
  const before = text.slice(Math.max(0, at - 2), at)
  return (/^20\d\d$/.test(number.normalize('NFKC')) && /^[年〕/]/.test(behind)) || (/(^|\n)[(（]?$|[附图]?表$|\n\|\s$/.test(before) && number.length < 3)
}

/** Numbers that belong to no relation, with their surroundings: for a person to read. */
export const looseNumbers = (text, operands) => {
  const inside = (at) => operands.some(({ start, end }) => at >= start && at < end)
  return [...text.matchAll(NUMBER)]
    .filter(({ index, 0: number }) => !isPlain(text, index, number) && !inside(index) && !inside(index + number.length - 1))
    .map(({ index, 0: number }) => ({
      line: text.slice(0, index).split('\n').length,
      number,
      around: text.slice(Math.max(0, index - 14), index + number.length + 10).replace(/\n/g, '⏎'),
    }))
}
