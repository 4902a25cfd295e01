/** How the page of a report looks: document to the left, findings to the right, both scroll on their own; one column on a phone and on paper. */
import { HEIGHT_STEP, HEIGHT_STEPS } from './document-blocks.ts'

/** Sections that are not seen are not laid out; their estimated height keeps the scroll bar honest. */
const heights = Array.from(
  { length: HEIGHT_STEPS },
  (_, at) => `.s.h${at + 1} { contain-intrinsic-size: auto 1px auto ${(at + 1) * HEIGHT_STEP}px; }`,
).join('\n')

/** Shares of a table's width in steps of 2 %. */
const widths = Array.from({ length: 50 }, (_, at) => `.w${at + 1} { width: ${(at + 1) * 2}%; }`).join('\n')

const TOP = `
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
[hidden] { display: none !important; }
.top { display: flex; align-items: center; gap: 1em; height: 46px; padding: 0 18px; background: var(--paper); border-bottom: 1px solid var(--line); }
.top h1 { flex: 1; min-width: 0; margin: 0; font-size: 16px; line-height: 1.4; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.top h1 span { margin-right: .4em; font-weight: 400; color: var(--faint); }
.top .back { white-space: nowrap; font-size: 14px; }
.counts { margin: 0; white-space: nowrap; }
.to-side { display: none; }
.panes { display: grid; grid-template-columns: minmax(0, 1fr) minmax(360px, 35%); height: calc(100vh - 46px); }
.document { overflow: auto; padding: 18px 22px; }
.document:focus-visible { outline-offset: -3px; }
.paper { max-width: 860px; margin: 0 auto; padding: 34px 44px; background: var(--paper); border: 1px solid var(--line); border-radius: 4px; overflow-wrap: anywhere; font-size: 16px; line-height: 1.85; }
.side { overflow: auto; border-left: 1px solid var(--line); background: var(--paper); }
.side h2 { margin: 0 0 .3em; font-size: 15px; }
.unread { max-width: 720px; margin: 48px auto; padding: 28px 36px; background: var(--paper); border: 1px solid var(--line); border-radius: 4px; }
.unread h2 { margin-top: 0; color: var(--error); }
`

const DOCUMENT = `
.s { content-visibility: auto; }
.paper p { margin: .15em 0; text-indent: 2em; text-align: justify; white-space: pre-line; }
.paper h3, .paper h4, .paper h5, .paper h6 { margin: .7em 0 .2em; font-size: 1em; line-height: 1.6; }
.paper .l0 { margin: .2em 0 .6em; font-size: 1.35em; text-align: center; }
.paper .l1 { font-size: 1.12em; }
.paper .l2 { font-size: 1.04em; }
.paper .l3, .paper .l4, .paper .l5, .paper .l6 { text-indent: 2em; }
.paper .attachment { color: var(--faint); text-indent: 0; }
.paper .note { margin: 0 0 .8em; font-size: 13px; text-indent: 0; color: var(--faint); }
.paper .report-bar { margin: 0 0 1.2em; padding: .3em .8em; text-indent: 0; font-weight: 600; background: var(--desk); border-left: 4px solid var(--link); }
.report-bar span { font-weight: 400; color: var(--faint); }
.report + .report { margin-top: 40px; padding-top: 24px; border-top: 2px dashed var(--line); }
.table { margin: .8em 0; overflow-x: auto; text-indent: 0; }
.t { width: 100%; font-size: 13.5px; line-height: 1.5; }
.t td, .t th { padding: 3px 7px; border: 1px solid var(--line); vertical-align: middle; text-align: left; font-weight: 400; white-space: pre-line; }
.t th, .t .label { background: var(--desk); font-weight: 600; text-align: center; }
.t .figure { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.t.even { table-layout: fixed; }
.t.even .figure { white-space: normal; }
.c1 { min-width: 620px; } .c2 { min-width: 980px; } .c3 { min-width: 1400px; } .c4 { min-width: 2000px; }
.m { color: inherit; text-decoration: none; cursor: pointer; border-radius: 2px; }
.m mark { color: inherit; background: transparent; border-bottom: 2px solid; border-radius: 2px; padding: 1px 1px 0; }
.m.error mark { background: var(--error-soft); border-color: var(--error); }
.m.warning mark { background: var(--warning-soft); border-color: var(--warning); }
.m.info mark { background: var(--info-soft); border-color: var(--info); }
.m sup { margin-left: 1px; padding: 0 3px; font-size: 10.5px; font-weight: 700; line-height: 1.3; border-radius: 6px; user-select: none; vertical-align: super; text-indent: 0; display: inline-block; }
.m.error sup { color: var(--paper); background: var(--error); }
.m.warning sup { color: var(--paper); background: var(--warning); }
.m.info sup { color: var(--paper); background: var(--info); }
.m.point mark { font-size: 11px; }
.no-error .m.error mark, .no-warning .m.warning mark, .no-info .m.info mark { background: transparent; border-color: transparent; }
.no-error .m.error sup, .no-warning .m.warning sup, .no-info .m.info sup { display: none; }
.q.lit { background: var(--hover); border-bottom: 2px dashed var(--link); }
.m.lit mark { outline: 2px solid currentColor; outline-offset: 1px; }
.m.error.lit mark { outline-color: var(--error); } .m.warning.lit mark { outline-color: var(--warning); } .m.info.lit mark { outline-color: var(--info); }
span:target + .q, span:target + .m { outline: 2px solid var(--link); }
`

const PAGES = `
.paged { padding: 14px; }
.paged .paper { max-width: 900px; padding: 0; border: 0; background: transparent; }
.page { margin: 0 0 10px; }
.paper .page-number { margin: 0; text-align: center; text-indent: 0; font-size: 12px; color: var(--faint); }
.sheet { position: relative; width: 100%; background: #fff; border: 1px solid var(--line); content-visibility: auto; }
.sheet svg { display: block; width: 100%; height: 100%; }
.sheet text { fill: #1a1a1a; font-family: "FangSong", "STFangsong", "SimSun", "Songti SC", "Noto Serif CJK SC", serif; white-space: pre; }
.sheet text.v { writing-mode: vertical-rl; }
.sheet .rule { stroke: #555; stroke-width: .6; fill: none; }
.sheet rect { fill: none; }
.sheet rect.m { cursor: pointer; }
.sheet rect.m.error { fill: #fbd0cc; } .sheet rect.m.warning { fill: #ffe7a6; } .sheet rect.m.info { fill: #cfe6f8; }
.sheet line.m { stroke-width: 1.4; }
.sheet line.m.error { stroke: #b3261e; } .sheet line.m.warning { stroke: #8a5a00; } .sheet line.m.info { stroke: #24618f; }
.sheet rect.q.lit { fill: #e2eafa; stroke: #0a5ac2; stroke-width: .7; stroke-dasharray: 2 1.5; }
.sheet rect.m.lit { stroke-width: 1.2; }
.sheet rect.m.error.lit { stroke: #b3261e; } .sheet rect.m.warning.lit { stroke: #8a5a00; } .sheet rect.m.info.lit { stroke: #24618f; }
.sheet text.n { font: 700 8px system-ui, sans-serif; paint-order: stroke; stroke: #fff; stroke-width: 2px; user-select: none; }
.sheet text.n.error { fill: #b3261e; } .sheet text.n.warning { fill: #8a5a00; } .sheet text.n.info { fill: #24618f; }
.sheet rect:target { stroke: #0a5ac2; stroke-width: 1.2; }
.no-error .sheet .m.error, .no-warning .sheet .m.warning, .no-info .sheet .m.info, .no-error .sheet .n.error, .no-warning .sheet .n.warning, .no-info .sheet .n.info { display: none; }
.paper .page-problem { position: absolute; inset: 30% 10% auto; margin: 0; padding: 12px 18px; text-indent: 0; color: #444; background: #f3f4f6; border: 1px solid #d0d7de; }
`

const SIDE = `
.findings { padding: 0 0 8px; }
.findings > h2:not(.unseen), .findings > p { margin: 14px 16px 0; }
.findings > h2:not(.unseen) { font-size: 18px; color: var(--good); }
.findings > h2.idle:not(.unseen) { color: inherit; }
.notice { padding: 6px 10px; font-size: 14px; color: var(--warning); background: var(--warning-soft); border-radius: 4px; }
.notice a { color: inherit; }
.tools { position: sticky; top: 0; z-index: 1; padding: 8px 12px 4px; background: var(--paper); border-bottom: 1px solid var(--line); }
.tools .row { display: flex; flex-wrap: wrap; gap: 6px; justify-content: space-between; margin-bottom: 6px; }
.toggles, .tools .steps { display: flex; gap: 5px; }
.tools button, .tools select, .tools input, dialog button { height: 28px; padding: 0 9px; font: inherit; font-size: 13px; line-height: 1; color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: 4px; }
.tools select { flex: 1 1 6em; min-width: 0; max-width: 12em; padding: 0 4px; }
.tools input { flex: 2 1 8em; min-width: 0; }
.tools button { cursor: pointer; }
.tools button:hover { background: var(--hover); }
.toggle[aria-pressed="true"] { font-weight: 600; }
.toggle.error[aria-pressed="true"] { color: var(--error); background: var(--error-soft); border-color: var(--error); }
.toggle.warning[aria-pressed="true"] { color: var(--warning); background: var(--warning-soft); border-color: var(--warning); }
.toggle.info[aria-pressed="true"] { color: var(--info); background: var(--info-soft); border-color: var(--info); }
.toggle[aria-pressed="false"] { text-decoration: line-through; color: var(--faint); }
.tools .state { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1em; font-size: 12px; }
#count { margin: 0; color: var(--faint); }
.state a { margin-left: .8em; }
.finding { padding: 9px 14px 10px 12px; border-bottom: 1px solid var(--line); border-left: 4px solid transparent; font-size: 14px; line-height: 1.6; overflow-wrap: anywhere; content-visibility: auto; contain-intrinsic-size: auto 1px auto 150px; }
.live .finding { cursor: pointer; }
.live .finding:hover { background: var(--hover); }
.finding[aria-current], .finding:target { border-left-color: var(--link); background: var(--hover); }
.live .finding:not(.open) .more { display: none; }
.finding h3, .finding h4, .finding p, .finding ul, .finding ol { margin: 0; }
.finding h3 { font-size: 14.5px; }
.finding .head { color: inherit; text-decoration: none; outline: 0; }
.finding:has(.head:focus-visible) { outline: 2px solid var(--focus); outline-offset: -2px; }
.finding { scroll-margin: 108px 0 12px; }
.head .n { display: inline-block; min-width: 1.7em; margin-right: .45em; padding: 0 .35em; text-align: center; font-size: 12px; font-weight: 700; line-height: 1.55; color: var(--paper); border-radius: 9px; }
.head .n.error { background: var(--error); } .head .n.warning { background: var(--warning); } .head .n.info { background: var(--info); }
.finding .where { font-size: 12.5px; color: var(--faint); }
.finding .line { margin: 4px 0; padding: 2px 8px; font-size: 13.5px; background: var(--desk); border-left: 3px solid var(--line); }
.finding[aria-current] .line { background: var(--paper); }
.line b { font-weight: 700; border-bottom: 2px solid var(--error); }
.finding[data-severity="warning"] .line b { border-color: var(--warning); } .finding[data-severity="info"] .line b { border-color: var(--info); }
.finding .answer { margin-top: 2px; font-variant-numeric: tabular-nums; }
.answer b { color: var(--good); }
.answer span { display: inline-block; margin-right: .6em; font-weight: 400; color: var(--faint); }
.finding h4 { margin-top: 8px; font-size: 12.5px; font-weight: 600; color: var(--faint); }
.finding ul, .finding ol { padding-left: 1.5em; font-size: 13px; }
.finding .steps { font-variant-numeric: tabular-nums; }
.finding summary { font-size: 13px; color: var(--link); cursor: pointer; }
.finding .rule { margin-top: 8px; font-size: 12px; color: var(--faint); }
.none { padding: 12px 0; color: var(--faint); }
.notes { padding: 12px 16px; border-bottom: 1px solid var(--line); font-size: 13.5px; line-height: 1.65; overflow-wrap: anywhere; }
.notes ul { margin: .2em 0; padding-left: 1.3em; }
.notes .meaning { margin: .3em 0; font-size: 12.5px; color: var(--faint); }
.notes summary { color: var(--link); cursor: pointer; }
.places { font-size: 13px; }
.version { padding: 12px 16px 24px; font-size: 12px; color: var(--faint); overflow-wrap: anywhere; }
.version span { display: inline-block; margin-right: 1em; }
dialog { padding: 18px 26px; color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: 6px; }
dialog::backdrop { background: rgb(0 0 0 / .35); }
dialog h2 { margin: 0 0 .4em; font-size: 16px; }
dialog dl { display: grid; grid-template-columns: auto 1fr; gap: 4px 16px; margin: 0 0 14px; font-size: 14px; }
dialog dd { margin: 0; }
kbd { padding: 0 6px; font: inherit; font-size: 13px; border: 1px solid var(--line); border-radius: 3px; background: var(--desk); }
`

const NARROW = `
@media screen and (max-width: 900px) {
  .top { height: auto; flex-wrap: wrap; gap: 2px 1em; padding: 8px 14px; }
  .top h1 { flex: 1 1 100%; white-space: normal; overflow-wrap: anywhere; }
  .to-side { display: inline-block; font-size: 14px; }
  .panes { display: block; height: auto; }
  .document { overflow: visible; padding: 0; }
  .paper { padding: 16px 14px; border: 0; border-radius: 0; font-size: 15.5px; }
  .paged .paper { padding: 8px; }
  .side { overflow: visible; border-left: 0; border-top: 3px solid var(--line); }
  .tools button, .tools select, .tools input { height: 36px; }
  .c1 { min-width: 0; }
  .finding { scroll-margin-top: 130px; }
}
`

const PRINT = `
@media print {
  @page { margin: 18mm 16mm; }
  .top { height: auto; padding: 0 0 6pt; border-bottom: 1pt solid #000; }
  .top h1 { white-space: normal; overflow-wrap: anywhere; font-size: 14pt; }
  .panes, .document, .side { display: block; height: auto; overflow: visible; padding: 0; border: 0; }
  .paper, .paged .paper { max-width: none; padding: 8pt 0 0; border: 0; font-size: 10.5pt; line-height: 1.6; }
  .s, .sheet, .finding { content-visibility: visible; contain-intrinsic-size: none; }
  .table { overflow: visible; }
  .t { font-size: 8pt; min-width: 0; }
  .t .figure { white-space: normal; }
  .t tr, .page, .finding > :not(.more), .finding li { break-inside: avoid; }
  .finding > :not(.more) { break-after: avoid; }
  .finding > .more { break-before: avoid; }
  .t th, .t .label { background: transparent; }
  .paper h3, .paper h4, .paper h5, .paper h6, .finding h3, .finding h4, .side h2 { break-after: avoid; }
  .m.error mark, .m.warning mark, .m.info mark { background: transparent; border-bottom: 1.5pt solid #000; outline: 0; }
  .m.error sup, .m.warning sup, .m.info sup { color: #000; background: transparent; border: .6pt solid #000; }
  .q.lit { background: transparent; border: 0; }
  .sheet { width: 86%; margin: 0 auto; border: .6pt solid #999; }
  .sheet rect.m { fill: #ddd !important; }
  .sheet line.m { stroke: #000 !important; }
  .sheet text.n { fill: #000 !important; }
  .sheet rect.q { fill: none !important; stroke: none !important; }
  .paged .page { break-after: page; }
  .tools { position: static; padding: 0; border: 0; }
  .findings::before { content: "问题"; display: block; margin-top: 14pt; padding-top: 8pt; font-size: 13pt; font-weight: 700; border-top: 1pt solid #000; }
  .finding { padding: 6pt 0; border-left: 0; background: transparent !important; font-size: 9.5pt; }
  .live .finding:not(.open) .more { display: block; }
  .finding .line { background: transparent; }
  .line b { border-color: #000 !important; }
  .head .n { color: #000; background: transparent !important; border: .8pt solid #000; }
  .severity { border: .6pt solid #000; }
  .notes, .version { padding: 6pt 0; }
  details::details-content { display: block; content-visibility: visible; }
  a { color: #000; text-decoration: none; }
  .jump { text-decoration: underline dotted; }
}
`

export const REPORT_STYLE = [TOP, DOCUMENT, PAGES, SIDE, NARROW, PRINT, heights, widths].join('\n')
