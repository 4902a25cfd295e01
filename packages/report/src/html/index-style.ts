/** Of the page of a batch. Rows of the long table are grids in bodies of fifty, so that what is out of sight costs nothing. */
export const INDEX_STYLE = `
.patterns { position: absolute; }
.wrap { max-width: 1320px; margin: 0 auto; padding: 1.2rem 1.5rem 3rem; }
h1 { font-size: 1.55rem; line-height: 1.3; margin: 0; }
h2 { font-size: 1.15rem; margin: 1.7rem 0 .6rem; } .said + .sheet { margin-top: .5rem; }
.said { color: var(--faint); margin: .2rem 0 0; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .8rem; margin: 1rem 0; padding: 0; list-style: none; }
.cards li { background: var(--paper); border: 1px solid var(--line); border-left: 5px solid var(--line); border-radius: 6px; padding: .6rem .9rem .7rem; }
.cards .error { border-left-color: var(--error); } .cards .warning { border-left-color: var(--warning); } .cards .info { border-left-color: var(--info); }
.cards b { display: block; font-size: 1.9rem; line-height: 1.25; font-variant-numeric: tabular-nums; }
.cards .error b { color: var(--error); } .cards .warning b { color: var(--warning); } .cards .info b { color: var(--info); }
.cards .what { font-weight: 600; } .cards small { display: block; color: var(--faint); line-height: 1.5; }
.downloads { display: flex; flex-wrap: wrap; gap: .5rem .8rem; margin: 0; padding: 0; list-style: none; }
.downloads a { display: block; background: var(--paper); border: 1px solid var(--line); border-radius: 6px; padding: .35rem .9rem; text-decoration: none; font-weight: 600; }
.downloads a:hover { background: var(--hover); text-decoration: underline; }
.downloads small { display: block; color: var(--faint); font-weight: 400; }
.plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: .8rem; align-items: start; }
figure { background: var(--paper); border: 1px solid var(--line); border-radius: 6px; margin: 0; padding: .8rem .9rem .6rem; min-width: 0; }
figcaption { margin-bottom: .4rem; } figcaption b { display: block; } figcaption small { color: var(--faint); display: block; line-height: 1.5; min-height: 3em; }
.box { max-height: 22rem; overflow: auto; }
.plot { display: block; width: 100%; max-width: 520px; height: auto; font-size: 13px; }
.plot text { fill: var(--ink); font-variant-numeric: tabular-nums; } .plot .head { fill: var(--faint); font-size: 12px; } .plot .none { fill: var(--faint); }
.plot .figure { font-weight: 600; } .plot .band { fill: var(--hover); opacity: .55; }
.fill-error, .edge-error { stroke: none; } .fill-error { fill: var(--error); } .fill-warning { fill: var(--warning); } .fill-info { fill: var(--info); }
.soft-warning { fill: var(--warning-soft); } .soft-info { fill: var(--info-soft); }
.edge-error { stroke: var(--error); } .edge-warning { stroke: var(--warning); } .edge-info { stroke: var(--info); }
.plot .track { fill: none; stroke: var(--line); } .plot .part { fill: var(--link); }
details > summary { cursor: pointer; color: var(--link); padding: .3rem 0; }
.plain { width: 100%; background: var(--paper); font-size: .93em; }
.plain th, .plain td { border-bottom: 1px solid var(--line); padding: .35rem .6rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
.plain thead th { background: var(--desk); white-space: nowrap; } .plain .number { text-align: right; white-space: nowrap; } .plain .kind { white-space: nowrap; } .plain p { margin: .3rem 0; } .plain details > summary { padding: 0; }
.pairs { table-layout: fixed; } .pairs th:first-child { width: 5rem; } .pairs th:last-child { width: 40%; }
.sheet { border: 1px solid var(--line); border-radius: 6px; overflow: auto; background: var(--paper); }
.sheet.long { max-height: 80vh; }
.tools { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; margin-bottom: .6rem; }
.tools[hidden] { display: none; }
.tools input, .tools select { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--faint); border-radius: 4px; padding: .2rem .5rem; }
.tools input { width: 18rem; max-width: 100%; } .tools output { color: var(--faint); }
.tools button { font: inherit; color: var(--link); background: var(--paper); border: 1px solid var(--faint); border-radius: 4px; padding: .2rem .7rem; cursor: pointer; }
.files { display: block; min-width: 60rem; font-size: .95em; }
.files thead, .files tbody { display: block; }
.files thead { position: sticky; top: 0; z-index: 1; background: var(--desk); border-bottom: 1px solid var(--faint); }
.files tbody { content-visibility: auto; contain-intrinsic-size: auto 2850px; }
.files tr { display: grid; grid-template-columns: minmax(14rem, 2fr) 4rem minmax(8.5rem, .8fr) 4rem 4rem 4rem 7rem 14.6rem minmax(9rem, 1.1fr); align-items: start; }
.files tbody tr { border-bottom: 1px solid var(--line); min-height: 56px; } .files tbody tr:hover { background: var(--hover); }
.files th, .files td { padding: .35rem .6rem; text-align: left; overflow-wrap: anywhere; line-height: 1.5; }
.files th { font-weight: 600; } .files thead th { font-size: .93em; }
.files .number { text-align: right; } .files .name { display: block; color: var(--faint); font-size: .87em; font-weight: 400; }
.files thead button { font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; text-align: inherit; }
.files thead button:hover { text-decoration: underline; }
@media screen { .files th button::after { content: "↕"; content: "↕" / ""; color: var(--faint); font-weight: 400; } }
.files [aria-sort="ascending"] button::after { content: " ▲"; } .files [aria-sort="descending"] button::after { content: " ▼"; }
.files .zero { color: var(--faint); } .files td.error, .files td.warning, .files td.info { font-weight: 700; }
.files td.error { color: var(--error); } .files td.warning { color: var(--warning); } .files td.info { color: var(--info); }
.files .notes { font-size: .87em; color: var(--faint); } .files .unread { color: var(--error); font-weight: 600; }
.files .links a { display: inline-block; margin-right: .7em; white-space: nowrap; }
.none-shown { color: var(--faint); }
footer { color: var(--faint); font-size: .87em; margin-top: 2.5rem; border-top: 1px solid var(--line); padding-top: .6rem; overflow-wrap: anywhere; }
@media (max-width: 700px) {
  .wrap { padding: .9rem .8rem 2rem; }
  .cards { grid-template-columns: 1fr 1fr; } .cards b { font-size: 1.5rem; }
  figcaption small { min-height: 0; }
  .files { min-width: 0; }
  .files thead { display: none; }
  .files tbody { contain-intrinsic-size: auto 6000px; }
  .files tbody tr { grid-template-columns: repeat(3, 1fr); padding: .4rem 0; }
  .files tbody th, .files .links, .files .notes { grid-column: 1 / -1; }
  .files tbody td { padding: .05rem .6rem; } .files .number { text-align: left; }
  .files .year { grid-column: 1; } .files .kind { grid-column: 2 / -1; } .files .number { grid-column: auto; } .files .share { grid-column: 1 / -1; }
  .files td[data-head]::before { content: attr(data-head) " "; color: var(--faint); font-weight: 400; }
}
@media print {
  .wrap { max-width: none; padding: 0; }
  .box, .sheet, .sheet.long { max-height: none; overflow: visible; }
  .files { min-width: 0; font-size: .82em; } .files tbody { content-visibility: visible; }
  .files tr { grid-template-columns: 2.2fr 3.2rem 1fr 2.8rem 2.8rem 2.8rem 5.4rem 0 1.4fr; break-inside: avoid; } .files tbody tr { min-height: 0; }
  .files th, .files td { padding: .2rem .35rem; }
  .files .links, .files th:nth-child(8) { visibility: hidden; overflow: hidden; height: 0; padding: 0; }
  .files thead { position: static; break-after: avoid; }
  .cards { grid-template-columns: repeat(5, 1fr); } .cards b { font-size: 1.5rem; } .downloads { display: none; }
  .plots { grid-template-columns: 1fr 1fr; } .plots .kinds { order: -1; grid-column: 1 / -1; } .plot { max-width: 420px; } figcaption small { min-height: 0; }
  figure, .cards li { break-inside: avoid; } h2 { break-after: avoid; }
  figure details:not([open]) { display: none; } .plain details::details-content { content-visibility: visible; }
  * { print-color-adjust: exact; }
}
`
