/** Numbers of headings and items that do not run: doubled, skipped, out of order, of two styles, of the parent's level. One finding a sequence. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Quote } from '../../findings/finding.ts'
import { quoteNumber, quoteWords } from '../../findings/quote.ts'
import { type Fault, textCheck } from '../text-check.ts'
import type { NumberedLine } from './numbered-lines.ts'
import { inlineFaults } from './numbering-inline.ts'
import { type Run, runsOf, type Slip } from './numbering-runs.ts'
import { spokenFaults } from './numbering-spoken.ts'

export const numberingFault = textCheck(
  {
    id: 'numbering-fault',
    kind: 'numbering',
    severity: 'info',
    wording: {
      title: '序号不连续或不统一',
      remedy: '核对该层级各标题的序号，统一样式并顺次编号。',
      explain:
        '逐层核对标题和条目的序号：重复、跳号、倒序、中文数字与阿拉伯数字混用、下级沿用上级序号的，以及段内“①②④”“一是、三是”一类的跳号和重复，一个序列合并提示一次。',
      titleEnglish: 'Numbers of headings that do not run in order',
    },
    source: '党政机关公文格式（GB/T 9704—2012）7.3.3 结构层次序数；校核实务',
  },
  (set, tell) => {
    for (const run of runsOf(set)) {
      if (run.lines.length < 2) continue
      if (run.slip === null) tell.pass()
      else tell.fail(faultOf(set, run, run.slip.kind, run.slip.at))
    }
    for (const faults of [spokenFaults(set), inlineFaults(set)])
      for (const fault of faults) {
        if (fault === null) tell.pass()
        else tell.fail(fault)
      }
  },
)

const SAY: Readonly<Record<Slip, (number: string) => string>> = {
  doubled: (number) => `“${number}”重复`,
  skipped: (number) => `“${number}”之前缺号`,
  backward: (number) => `“${number}”顺序颠倒`,
  mixed: (number) => `“${number}”与同级序号的样式不同`,
  nested: (number) => `自“${number}”起的下级条目与上级使用同一种序号`,
  'late-start': (number) => `“${number}”之前没有第一项`,
}

const MOST_NUMBERS = 14
const MOST_QUOTES = 8

function faultOf(set: ClaimSet, run: Run, slip: Slip, at: NumberedLine): Fault {
  const numbers = run.lines.map(({ number }) => bare(number))
  const sequence = numbers.length > MOST_NUMBERS ? [...numbers.slice(0, MOST_NUMBERS), '…'] : numbers
  const others = run.lines.filter((line) => line !== at)
  const near = others.toSorted((a, b) => Math.abs(a.block - at.block) - Math.abs(b.block - at.block) || a.block - b.block)
  const told = SAY[slip](bare(at.number))
  return {
    message: `同一层级的序号依次为${sequence.join('')}，${told}，请核对。`,
    quotes: [quoteLine(set, at.block), ...near.slice(0, MOST_QUOTES - 1).map(({ block }) => quoteLine(set, block))],
    computation: `序号：${sequence.join(' ')}`,
    steps: [`按出现顺序：${sequence.join(' ')}`, told],
  }
}

/** 七、问：… — a title of a word or two is quoted with what follows it. */
const SHORT_TITLE = 3
const LINE_WORDS = 40

function quoteLine(set: ClaimSet, block: number): Quote {
  const content = set.report.blocks[block]
  if (content?.kind !== 'paragraph' || content.lead === undefined || (content.lead.title?.length ?? LINE_WORDS) > SHORT_TITLE)
    return quoteNumber(set, block)
  const { length } = content.lead.number
  const end = content.text.slice(length, length + LINE_WORDS).search(/[，。；？?！]/)
  return quoteWords(set, block, 0, length, { start: 0, end: end < 0 ? Math.min(content.text.length, length + LINE_WORDS) : length + end })
}

/** As printed, without spaces inside. */
const bare = (number: string): string => number.replace(/\s/g, '')
