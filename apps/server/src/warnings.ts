/** What whoever starts the server should know, in words; shown at the start and on the page of the first set-up. */
import type { Connection, Warning } from '@jiheng/store'
import type { Settings } from './settings.ts'

const words: Readonly<Record<Warning, string>> = {
  'embedded.small-offices': '正在用内嵌数据库，适合试用和小单位（20 人以内）；多人使用请改用 PostgreSQL（设置 DATABASE_URL）。',
  'embedded.back-up': '内嵌数据库的文件不能在运行时直接复制；请设置 JIHENG_BACKUP，每天夜里自动备份。',
  'embedded.not-durable': '数据库提交后没有写到磁盘，断电会丢失数据，请勿用于正式工作。',
}

export function warningsOf(
  { warnings }: Pick<Connection, 'warnings'>,
  { host, origin, backupFolder }: Pick<Settings, 'host' | 'origin' | 'backupFolder'>,
): readonly string[] {
  const isOpen = !['127.0.0.1', '::1', 'localhost'].includes(host)
  const isPlain = isOpen && !origin?.startsWith('https:')
  return [
    ...warnings.filter((warning) => warning !== 'embedded.back-up' || backupFolder === null).map((warning) => words[warning]),
    ...(isPlain ? ['其他电脑可以访问，但连接没有加密，密码会明文传送；请用 https 反向代理并设置 JIHENG_ORIGIN。'] : []),
  ]
}
