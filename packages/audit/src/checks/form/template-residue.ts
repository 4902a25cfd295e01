/** What a form tells its filler and the report still says: instructions, slots, sections that are nothing but the form's own words. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import { quoteCell, quoteWords } from '../../findings/quote.ts'
import { type Tell, textCheck } from '../text-check.ts'
import { tellInstructedSections } from './instructed-sections.ts'
import { type Residue, residueIn } from './template-words.ts'

export const templateResidue = textCheck(
  {
    id: 'template-residue',
    kind: 'template-residue',
    severity: 'warning',
    wording: {
      title: '残留模板填写说明或空位',
      remedy: '按实际情况填写，或删去模板文字。',
      explain:
        '查找模板留下的填写说明（“附表说明”“请填写…”“500字以内”“填报时请删除本提示”）、未替换的占位符（“XX县”“某某局”“20XX年”“___万元”“……万元”“【】”）、缺号的文号、“#DIV/0!”一类出错字样、未填的日期、没有例子的“如：”，以及只有填写要求而没有内容的章节。表下的注、只留空的签字日期栏和问卷不在此列。',
      titleEnglish: 'Words or blanks of the template left in',
    },
    source: '校核实务：模板文字须替换或删除',
  },
  (set, tell) => {
    for (const [block, content] of set.report.blocks.entries()) {
      if (content.kind === 'table') {
        for (const [row, cells] of content.rows.entries())
          for (const [column, cell] of cells.entries()) {
            const found = cell.text === '' ? undefined : residueIn(cell.text, 'cell')[0]
            if (found !== undefined) tellResidue(tell, found, quoteCell(set, block, row, column))
          }
      } else if (content.kind !== 'attachment') tellText(set, tell, block, content.text)
    }
    tellInstructedSections(set, tell)
  },
)

function tellText(set: ClaimSet, tell: Tell, block: number, text: string): void {
  const found = residueIn(text, 'text')
  if (found.length === 0) tell.pass()
  const [first] = found
  // One line of a form is one finding, however many of its slots are empty.
  if (first !== undefined) tellResidue(tell, first, quoteWords(set, block, first.start, first.start + first.words.length), found.length)
}

function tellResidue(tell: Tell, residue: Residue, quote: ReturnType<typeof quoteWords>, count = 1): void {
  const words = residue.words.trim()
  tell.fail({
    severity: residue.severity,
    message: `${residue.say(words)}${count > 1 ? `（该段共${count}处）` : ''}，请按实际情况填写或删去。`,
    quotes: [quote],
    computation: `模板文字：“${words}”`,
    steps: [residue.say(words)],
  })
}
