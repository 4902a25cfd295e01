/** Browser and system in plain words, for the list of sessions. Only what is needed to recognise one's own device. */
const browsers = [
  ['Edg/', 'Edge'],
  ['MicroMessenger/', '微信'],
  ['QQBrowser/', 'QQ 浏览器'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const
const systems = [
  ['Windows', 'Windows'],
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Mac OS X', 'macOS'],
  ['Linux', 'Linux'],
] as const

export function deviceOf(userAgent: string | undefined): string {
  const find = (list: readonly (readonly [string, string])[]) => list.find(([mark]) => userAgent?.includes(mark) === true)?.[1]
  const [browser, system] = [find(browsers), find(systems)]
  return browser === undefined && system === undefined ? '其他程序' : [system, browser].filter((part) => part !== undefined).join(' ')
}
