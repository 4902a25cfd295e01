/** What a page may do: run the one script and use the one style that stand in it, and nothing from outside. */
import { createHash } from 'node:crypto'

/** For the meta element; `script` and `style` are the exact texts between the tags. An empty script allows none. */
export function contentPolicy(script: string, style: string): string {
  const scripts = script === '' ? "'none'" : `'sha256-${digestOf(script)}'`
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    `style-src 'sha256-${digestOf(style)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64')
