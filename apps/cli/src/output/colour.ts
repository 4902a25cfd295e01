/** Colours, only where somebody looks: on a terminal, unless NO_COLOR or FORCE_COLOR says otherwise. */

export type Paint = (style: Style, text: string) => string

export type Style = 'error' | 'warning' | 'info' | 'accused' | 'strong' | 'faint' | 'good'

export function paintFor(isTerminal: boolean, env: Readonly<Record<string, string | undefined>>): Paint {
  return hasColour(isTerminal, env) ? (style, text) => (text === '' ? '' : `\x1b[${codes[style]}m${text}\x1b[0m`) : (_style, text) => text
}

/** See https://no-color.org and https://force-color.org; the second wins, as in Node. */
export function hasColour(isTerminal: boolean, env: Readonly<Record<string, string | undefined>>): boolean {
  const forced = env.FORCE_COLOR
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false
  return isTerminal && env.TERM !== 'dumb'
}

const codes: Readonly<Record<Style, string>> = {
  error: '1;31',
  warning: '1;33',
  info: '36',
  accused: '1;4',
  strong: '1',
  faint: '2',
  good: '32',
}
