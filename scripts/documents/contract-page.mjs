/** docs/contract.md: prose by hand, shapes taken from the source between markers. */
import { declarationsOf } from './declarations.mjs'

const block = /(<!-- code: (\S+\.ts) ([\w ]+?) -->\n)[\s\S]*?(\n<!-- end -->)/g

/**
 * @param {string} page the page as it stands
 * @param {(path: string) => string} read
 * @returns {string} the page with every block filled anew
 */
export function fillContract(page, read) {
  return page.replaceAll(block, (_, head, path, names, tail) => {
    const { text, missing } = declarationsOf(read(path), names.split(' '))
    if (missing.length > 0) throw new Error(`docs/contract.md shows ${missing.join(', ')} from ${path}, which does not declare it`)
    return `${head}\`\`\`ts\n${text}\n\`\`\`${tail}`
  })
}
