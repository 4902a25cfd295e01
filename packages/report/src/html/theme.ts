/** Colours, letters and the parts that all pages share. Contrast of text is at least 4.5 : 1 in both schemes. */
export const THEME = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --desk: #f3f4f6; --ink: #1f2328; --faint: #57606a; --line: #d0d7de; --hover: #eef2f7;
  --link: #0a5ac2; --focus: #0a5ac2;
  --error: #b3261e; --error-soft: #fbe3e1; --warning: #8a5a00; --warning-soft: #fff1cf; --info: #24618f; --info-soft: #e1eff9;
  --good: #1a6b37;
  font: 15px/1.7 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif;
  color: var(--ink); background: var(--desk);
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #1b1f24; --desk: #111418; --ink: #e6e9ed; --faint: #a7b0ba; --line: #3a424c; --hover: #262c34;
    --link: #7db4ff; --focus: #7db4ff;
    --error: #ff9a92; --error-soft: #4a1f1c; --warning: #f0c061; --warning-soft: #43340f; --info: #8cc4f2; --info-soft: #16344d;
    --good: #7fd69a;
  }
}
* { box-sizing: border-box; }
body { margin: 0; }
a { color: var(--link); }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 1px; }
table { border-collapse: collapse; }
.severity { display: inline-block; padding: 0 .5em; border-radius: 3px; font-weight: 600; font-size: .87em; white-space: nowrap; }
.severity.error { color: var(--error); background: var(--error-soft); }
.severity.warning { color: var(--warning); background: var(--warning-soft); }
.severity.info { color: var(--info); background: var(--info-soft); }
.number { text-align: right; font-variant-numeric: tabular-nums; }
@media print {
  :root { --paper: #fff; --desk: #fff; --ink: #000; --faint: #444; --line: #999; --error: #000; --warning: #000; --info: #000; --error-soft: #eee; --warning-soft: #eee; --info-soft: #eee; font-size: 10.5pt; }
  .no-print { display: none !important; }
}
`
