/** Everything that one report claims: blocks in order, headings as sections, text and tables into one list of figures. */
import type { Block, SourceReport } from '@jiheng/ingest'
import { conceptAtEnd } from '@jiheng/vocabulary'
import type { ClaimSet, Section } from './claim-set.ts'
import type { Figure, Sentence } from './figure.ts'
import { readTable, type TableReading } from './from-table.ts'
import { readText } from './from-text.ts'
import { selfTest } from './self-names.ts'
import { unitsOfTable } from './table-units.ts'
import { inLines, type Whereabouts } from './whereabouts.ts'

export function claimsOfReport(report: SourceReport, reportIndex: number, whereabouts: Whereabouts = inLines): ClaimSet {
  const figures: Figure[] = []
  const sentences: Sentence[] = []
  const tables: TableReading[] = []
  const sentencesOf = new Map<number, Sentence[]>()
  const sections: Section[] = []
  const isSelf = selfTest(report.unit)
  const inherited = new Set<number>()
  let idle = 0
  let section = -1
  for (const [block, content] of report.blocks.entries()) {
    section = enterSection(sections, section, content, block)
    const topic = topicOf(content) || indicatorOf(sections[section], block)
    const context = {
      report: reportIndex,
      block,
      section,
      offset: 0,
      blockStart: content.at.start,
      whereabouts,
      year: report.year,
      isSelf,
      topic,
      topicConcept: conceptAtEnd(topic.replace(/[“”"（()）\s]|情况$/g, ''))?.concept ?? null,
      inherited,
      figures,
      sentences,
    }
    const from = sentences.length
    switch (content.kind) {
      case 'heading':
      case 'paragraph':
        idle += readText(content, context)
        break
      case 'table': {
        const { reading, idle: idleHere } = readTable(content, context, unitsOfTable(report.blocks, block))
        tables.push(reading)
        idle += idleHere
        break
      }
      case 'attachment':
        break
    }
    if (sentences.length > from) sentencesOf.set(block, sentences.slice(from))
  }
  return {
    report,
    reportIndex,
    whereabouts,
    figures,
    sentences,
    tables,
    sentencesOf,
    figuresOf: groupBy(figures, (figure) => figure.claim.anchor.block),
    byConcept: groupBy(figures, (figure) => figure.claim.concept ?? ''),
    sections,
    idle,
  }
}

/** What a numbered paragraph or a heading is about, without what it says of it. */
function topicOf(block: Block): string {
  const title = block.kind === 'heading' ? block.text : block.kind === 'paragraph' ? (block.lead?.title ?? '') : ''
  return title.split(/[，,：:。；]|[（(][^（()）]{0,8}\d/)[0]?.slice(0, 30) ?? ''
}

/** A heading that names an indicator is what the paragraph right below speaks of: "3.结案率 / 实际98.2%，高于目标值". */
function indicatorOf(section: Section | undefined, block: number): string {
  const title =
    section === undefined || block - section.block > 1 ? '' : section.title.replace(/^[\d一二三四五六七八九十.．、（()）\s]+/, '').trim()
  return title.length <= 16 && /[率度]$/.test(title) ? title : ''
}

/** The section a block stands in. A heading, or a paragraph with a number of its own, opens one. */
function enterSection(sections: Section[], current: number, block: Block, at: number): number {
  const opening =
    block.kind === 'heading'
      ? { level: block.level, title: block.text }
      : block.kind === 'paragraph' && block.lead !== undefined
        ? { level: block.lead.level, title: block.lead.title ?? '' }
        : null
  if (opening === null) return current
  let parent = current
  while (parent >= 0 && (sections[parent] as Section).level >= opening.level) parent = (sections[parent] as Section).parent
  sections.push({ index: sections.length, block: at, level: opening.level, title: opening.title, parent })
  return sections.length - 1
}

function groupBy<Key>(figures: readonly Figure[], keyOf: (figure: Figure) => Key): Map<Key, Figure[]> {
  const groups = new Map<Key, Figure[]>()
  for (const figure of figures) {
    const group = groups.get(keyOf(figure))
    if (group === undefined) groups.set(keyOf(figure), [figure])
    else group.push(figure)
  }
  return groups
}
