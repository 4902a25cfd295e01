/** Any document, any ranges: the marks stand round the words, and nothing else has changed. */
import { ingest, type SourceDocument } from '@jiheng/ingest'
import { commentedDocx, withoutOurComments } from '@jiheng/report'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accusing, anchoredIn, ofFindings, resultOf, wordFile, zipText } from './word-file.ts'

const character = fc.constantFrom('预', '算', '9', '5', '.', '%', '，', ' ', '&amp;', '&#x20000;', '\u{20001}', '\n', '&lt;', '<!-- < -->')
const words = fc.array(character, { minLength: 1, maxLength: 8 }).map((all) => all.join(''))
const space = fc.constantFrom('', ' xml:space="preserve"')
const properties = fc.constantFrom(
  '',
  '<w:rPr/>',
  '<w:rPr><w:b/></w:rPr>',
  '<w:rPr><w:b/><w:rPrChange w:id="9" w:author="a"><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr>',
)
const text = fc.tuple(space, words).map(([kept, inside]) => `<w:t${kept}>${inside}</w:t>`)
const content = fc.oneof(
  { weight: 6, arbitrary: text },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '<w:tab/>',
      '<w:br/>',
      '<w:lastRenderedPageBreak/>',
      '<w:sym w:char="F0FE"/>',
      '<w:t/>',
      '<w:t><![CDATA[甲&乙]]></w:t>',
    ),
  },
)
const run = fc
  .tuple(fc.constantFrom('', ' w:rsidR="00A1"'), properties, fc.array(content, { maxLength: 3 }))
  .map(([attributes, format, inside]) => `<w:r${attributes}>${format}${inside.join('')}</w:r>`)
const inline = fc.oneof(
  { weight: 6, arbitrary: run },
  { weight: 1, arbitrary: fc.constantFrom('<w:bookmarkStart w:id="1"/>', '<w:proofErr w:type="spellStart"/>', '<w:r/>') },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom(
          ['<w:hyperlink w:anchor="x">', '</w:hyperlink>'],
          ['<w:ins w:id="3">', '</w:ins>'],
          ['<w:sdt><w:sdtContent>', '</w:sdtContent></w:sdt>'],
        ),
        fc.array(run, { maxLength: 2 }),
      )
      .map(([[open, close], inside]) => `${open}${inside.join('')}${close}`),
  },
)
const paragraph = fc.array(inline, { maxLength: 5 }).map((inside) => `<w:p>${inside.join('')}</w:p>`)
const cell = fc.array(paragraph, { minLength: 1, maxLength: 2 }).map((inside) => `<w:tc><w:tcPr/>${inside.join('')}</w:tc>`)
const table = fc
  .array(fc.tuple(cell, cell), { minLength: 1, maxLength: 2 })
  .map((rows) => `<w:tbl>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`)
const body = fc
  .array(fc.oneof({ weight: 4, arbitrary: paragraph }, { weight: 1, arbitrary: table }), { minLength: 1, maxLength: 4 })
  .map((all) => all.join(''))
const ranges = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { minLength: 1, maxLength: 6 })

const FILE = { name: 'a.docx', sha256: '' }

describe('random documents and ranges', () => {
  test('marks stand round the words; taken out, the file is the same; it reads the same with them', async () => {
    let [placed, exact] = [0, 0]
    await fc.assert(
      fc.asyncProperty(body, ranges, async (inside, wanted) => {
        const bytes = wordFile({ body: inside })
        const document = await ingest(bytes, FILE)
        const blocks = document.reports.flatMap((report, at) =>
          report.blocks.map((block, index) => ({ report: at, block: index, original: block.at.original })),
        )
        const findings = wanted.flatMap(([which, from, length], at) => {
          const one = blocks[which % Math.max(1, blocks.length)]
          if (one === undefined || one.original === '') return []
          const start = from % one.original.length
          const end = Math.min(one.original.length, start + 1 + (length % 9))
          return [accusing({ ...one, start, end, textStart: 0, text: one.original }, at)]
        })
        const copy = await commentedDocx(bytes, { document, result: resultOf(document, findings) })
        const anchored = await anchoredIn(copy.bytes)
        expect(copy.unplaced).toEqual([])
        for (const [at, found] of ofFindings(anchored).entries()) {
          const [quote] = findings[at]?.quotes ?? []
          const said = bare(quote === undefined ? '' : wholeCharacters(quote.text, quote.start, quote.end))
          placed++
          // A range may take in more where it cannot begin inside: a tab, CDATA. It never takes in less.
          expect(bare(found)).toContain(said)
          if (bare(found) === said) exact++
        }
        expect(zipText(await withoutOurComments(copy.bytes))).toEqual(zipText(bytes))
        expect(read(await ingest(copy.bytes, FILE))).toEqual(read(document))
      }),
      { numRuns: 200 },
    )
    expect(exact / placed).toBeGreaterThan(0.9)
  })
})

/** What the blocks say. White space at the end of a line may now be a run of its own, which the reader leaves out. */
function read({ reports }: SourceDocument): unknown {
  return reports.map(({ blocks }) =>
    blocks.map((block) => {
      if (block.kind === 'table') return block.rows.map((cells) => cells.map(({ text, rowSpan, colSpan }) => [text, rowSpan, colSpan]))
      return block.kind === 'attachment' ? block.title : [block.kind, block.text]
    }),
  )
}

/** White space and the signs that stand for tabs and symbols are of no account. */
const bare = (one: string): string => one.replace(/[\s/☑]/g, '')

/** A mark never stands between the two halves of a character. */
function wholeCharacters(text: string, start: number, end: number): string {
  const isInside = (at: number): boolean => /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(at - 1, at + 1))
  return text.slice(isInside(start) ? start - 1 : start, isInside(end) ? end + 1 : end)
}
