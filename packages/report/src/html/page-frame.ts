/** The frame of every page of ours: one file, nothing from outside, its policy in its head. */
import { contentPolicy } from './content-policy.ts'
import { html, type Markup, raw } from './markup.ts'
import { THEME } from './theme.ts'

export interface PageParts {
  readonly title: string
  readonly body: Markup
  /** Of this kind of page, behind the theme. */
  readonly style: string
  /** '' for a page that only shows. Runs at the end of the body. */
  readonly script: string
}

export function pageFrame({ title, body, style, script }: PageParts): string {
  const css = `${THEME}\n${style}`
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy(script, css)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${raw(css)}</style>
</head>
<body>
${body}
${script === '' ? null : html`<script>${raw(script)}</script>`}
</body>
</html>
`.text
}
