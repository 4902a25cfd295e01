/** Of the page of an evaluation: a form to be read at a desk, where every score opens to its working. */
export const EVALUATION_STYLE = `
.wrap { max-width: 1180px; margin: 0 auto; padding: 1.2rem 1.5rem 3rem; }
h1 { font-size: 1.5rem; line-height: 1.35; margin: 0; }
h2 { font-size: 1.2rem; margin: 2rem 0 .3rem; }
h3 { font-size: 1rem; margin: 1.2rem 0 .3rem; }
.said { color: var(--faint); margin: .2rem 0 .6rem; }
.total { display: flex; flex-wrap: wrap; gap: .7rem; margin: .8rem 0; padding: 0; list-style: none; }
.total li { background: var(--paper); border: 1px solid var(--line); border-radius: 6px; padding: .4rem 1rem .5rem; min-width: 8rem; }
.total b { display: block; font-size: 1.6rem; line-height: 1.3; font-variant-numeric: tabular-nums; }
.total small { color: var(--faint); }
.total .open { border-left: 5px solid var(--warning); } .total .open b { color: var(--warning); }
.tree { background: var(--paper); border: 1px solid var(--line); border-radius: 6px; overflow: hidden; }
.line, .tree summary { display: grid; grid-template-columns: minmax(12rem, 3fr) 5rem 8rem minmax(7rem, 1.2fr) 6rem; gap: 0 .8rem; padding: .35rem .9rem; align-items: baseline; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
.heads { background: var(--desk); font-weight: 600; }
.block { background: var(--desk); font-weight: 600; }
.tree summary { cursor: pointer; list-style: none; } .tree summary::-webkit-details-marker { display: none; }
.tree summary:hover { background: var(--hover); }
.tree summary .name::before { content: "▸ "; color: var(--link); } .tree details[open] > summary .name::before { content: "▾ "; }
.tree details[open] > summary { background: var(--hover); }
.d1 .name { padding-left: 1.2em; } .d2 .name { padding-left: 2.4em; } .d3 .name { padding-left: 3.6em; } .d4 .name { padding-left: 4.8em; } .d5 .name { padding-left: 6em; }
.score { text-align: right; font-weight: 600; font-variant-numeric: tabular-nums; } .weight { text-align: right; font-variant-numeric: tabular-nums; }
.score.lost { color: var(--warning); } .score.open { color: var(--error); } .score.none { color: var(--faint); font-weight: 400; }
.working { padding: .5rem 1.4rem .9rem; border-bottom: 1px solid var(--line); font-size: .95em; }
.working dl { display: grid; grid-template-columns: 6em 1fr; gap: .15rem .8rem; margin: 0; }
.working dt { color: var(--faint); } .working dd { margin: 0; overflow-wrap: anywhere; }
.working ol { margin: 0; padding-left: 1.4em; } .working ul { margin: 0; padding-left: 1.2em; }
.light.red { color: var(--error); } .light.yellow { color: var(--warning); }
.ask { color: var(--warning); } .missing { color: var(--error); }
.list { background: var(--paper); border: 1px solid var(--line); border-radius: 6px; margin: 0; padding: .5rem .9rem .6rem 2.2rem; }
.all { width: 100%; background: var(--paper); } .all th, .all td { border-bottom: 1px solid var(--line); padding: .35rem .7rem; text-align: left; } .all thead th { background: var(--desk); }
.all .number { text-align: right; }
footer { color: var(--faint); font-size: .87em; margin-top: 2.5rem; border-top: 1px solid var(--line); padding-top: .6rem; }
@media (max-width: 700px) {
  .wrap { padding: .9rem .7rem 2rem; }
  .line, .tree summary { grid-template-columns: 1fr 4rem 4.5rem; padding: .35rem .6rem; }
  .line .target, .line .actual, .tree summary .target, .tree summary .actual { grid-column: 1 / -1; color: var(--faint); font-size: .92em; padding-left: 1.2em; }
  .line .target:empty, .line .actual:empty, .tree summary .target:empty, .tree summary .actual:empty, .heads .target, .heads .actual { display: none; }
  .score { grid-column: 3; grid-row: 1; } .weight { grid-column: 2; grid-row: 1; }
  .target[data-head]::before, .actual[data-head]::before { content: attr(data-head) " "; }
  .working { padding: .4rem .8rem .7rem; } .working dl { grid-template-columns: 5em 1fr; }
}
@media print {
  .wrap { max-width: none; padding: 0; }
  .tree summary { break-inside: avoid; } h2 { break-before: page; } h2.first { break-before: auto; }
  details::details-content { content-visibility: visible; } .working { break-inside: avoid; }
}
`
