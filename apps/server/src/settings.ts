/** All settings of the server, read once from the environment. docs/operations.md is held to this table by a test. */

/** What each setting is called, what it means, and what holds where it is not set. */
export const settingsTable = {
  JIHENG_DATA: { means: '数据文件夹（内嵌数据库、文件库）', fallback: '启动目录下的 data' },
  DATABASE_URL: { means: 'PostgreSQL 15 及以上的连接地址；不设时用内嵌数据库', fallback: '内嵌数据库' },
  JIHENG_HOST: { means: '监听地址', fallback: '127.0.0.1' },
  JIHENG_PORT: { means: '监听端口；0 为任一空闲端口', fallback: '8620' },
  JIHENG_ORIGIN: { means: '用户在浏览器里看到的地址，如 https://jixiao.example.gov.cn', fallback: '由监听地址和端口得出' },
  JIHENG_TRUSTED_PROXIES: { means: '前置代理的地址，逗号分隔；只信它们给出的来访地址', fallback: '无' },
  JIHENG_WORKERS: { means: '同时校核的子进程数；0 为本进程不做后台工作', fallback: '处理器核数减一，至少 1' },
  JIHENG_WORKER_MEMORY_MB: { means: '每个校核子进程的内存上限（MB）', fallback: '1024' },
  JIHENG_FILE_SECONDS: { means: '一个文件最长的校核时间（秒）', fallback: '120' },
  JIHENG_MAX_FILE_MB: { means: '单个上传文件的上限（MB）', fallback: '256' },
  JIHENG_MAX_BATCH_FILES: { means: '一个批次最多的文件数', fallback: '5000' },
  JIHENG_POOL: { means: 'PostgreSQL 连接数', fallback: '10' },
  JIHENG_SESSION_HOURS: { means: '无操作多少小时后需重新登录', fallback: '12' },
  JIHENG_OIDC_ISSUER: { means: '统一身份认证（OpenID Connect）的地址；不设时只用账号密码', fallback: '无' },
  JIHENG_OIDC_CLIENT_ID: { means: '在统一身份认证登记的客户端编号', fallback: '无' },
  JIHENG_OIDC_CLIENT_SECRET: { means: '客户端密钥', fallback: '无' },
  JIHENG_OIDC_NAME: { means: '登录页上统一身份认证的名称', fallback: '统一身份认证' },
  JIHENG_LOG: { means: '日志级别：debug、info、warn、error、silent', fallback: 'info' },
  JIHENG_BACKUP: { means: '每天夜里自动备份到这个文件夹；几台服务器并行时只在一台上设', fallback: '不自动备份' },
  JIHENG_BACKUP_KEEP: { means: '自动备份保留最新的几份', fallback: '30' },
  JIHENG_EXAMPLE: { means: '空的数据库首次启动时带入示例县：yes、no', fallback: 'no' },
  JIHENG_SCHEMES: { means: '评分细则文件夹', fallback: '随产品提供的 schemes' },
} as const

export type SettingName = keyof typeof settingsTable

export interface SignOnSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly name: string
}

export interface Settings {
  readonly dataFolder: string
  readonly databaseUrl: string | null
  readonly host: string
  readonly port: number
  /** null: made from host and the port that was taken. */
  readonly origin: string | null
  readonly trustedProxies: readonly string[]
  readonly workers: number
  readonly workerMemoryMb: number
  readonly fileSeconds: number
  readonly maxFileBytes: number
  readonly maxBatchFiles: number
  readonly poolSize: number
  readonly sessionHours: number
  readonly signOn: SignOnSettings | null
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  readonly schemesFolder: string | null
  /** null: nothing is backed up by itself. */
  readonly backupFolder: string | null
  readonly backupsKept: number
  /** An example county for an empty database. */
  readonly withExample: boolean
}

export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cores: number
  /** The folder that the server was started in. */
  readonly folder: string
}

export type ReadSettings = { readonly settings: Settings } | { readonly faults: readonly string[] }

/** All that is wrong at once; nothing starts on half of its settings. */
export function readSettings({ env, cores, folder }: Surroundings): ReadSettings {
  const faults: string[] = []
  const text = (name: SettingName): string | null => env[name]?.trim() || null
  const number = (name: SettingName, fallback: number, least: number, most: number): number => {
    const given = text(name)
    if (given === null) return fallback
    const value = Number(given)
    if (Number.isInteger(value) && value >= least && value <= most) return value
    faults.push(`${name}=${given}：应为 ${least} 到 ${most} 的整数`)
    return fallback
  }
  const address = (name: SettingName, protocols: readonly string[]): string | null => {
    const given = text(name)
    if (given === null) return null
    if (URL.canParse(given) && protocols.includes(new URL(given).protocol)) return given
    // An address of a database holds a password: it is not repeated.
    faults.push(`${name}：应为 ${protocols.map((protocol) => `${protocol}//`).join(' 或 ')} 开头的地址`)
    return null
  }
  const [issuer, clientId, clientSecret] = [
    address('JIHENG_OIDC_ISSUER', ['https:', 'http:']),
    text('JIHENG_OIDC_CLIENT_ID'),
    text('JIHENG_OIDC_CLIENT_SECRET'),
  ]
  const someSignOn = issuer !== null || clientId !== null || clientSecret !== null
  const signOn =
    issuer !== null && clientId !== null && clientSecret !== null
      ? { issuer, clientId, clientSecret, name: text('JIHENG_OIDC_NAME') ?? '统一身份认证' }
      : null
  if (someSignOn && signOn === null) faults.push('JIHENG_OIDC_ISSUER、JIHENG_OIDC_CLIENT_ID、JIHENG_OIDC_CLIENT_SECRET：要设就三项都设')
  const example = text('JIHENG_EXAMPLE') ?? 'no'
  if (example !== 'yes' && example !== 'no') faults.push(`JIHENG_EXAMPLE=${example}：应为 yes 或 no`)
  const level = text('JIHENG_LOG') ?? 'info'
  if (!isLevel(level)) faults.push(`JIHENG_LOG=${level}：应为 ${levels.join('、')} 之一`)
  const settings: Settings = {
    dataFolder: text('JIHENG_DATA') ?? `${folder}/data`,
    databaseUrl: address('DATABASE_URL', ['postgres:', 'postgresql:']),
    host: text('JIHENG_HOST') ?? '127.0.0.1',
    port: number('JIHENG_PORT', 8620, 0, 65_535),
    origin: address('JIHENG_ORIGIN', ['https:', 'http:'])?.replace(/\/+$/, '') ?? null,
    trustedProxies: (text('JIHENG_TRUSTED_PROXIES') ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
    workers: number('JIHENG_WORKERS', Math.max(1, cores - 1), 0, 64),
    workerMemoryMb: number('JIHENG_WORKER_MEMORY_MB', 1024, 256, 16_384),
    fileSeconds: number('JIHENG_FILE_SECONDS', 120, 5, 3600),
    maxFileBytes: number('JIHENG_MAX_FILE_MB', 256, 1, 2048) * 1024 * 1024,
    maxBatchFiles: number('JIHENG_MAX_BATCH_FILES', 5000, 1, 100_000),
    poolSize: number('JIHENG_POOL', 10, 2, 200),
    sessionHours: number('JIHENG_SESSION_HOURS', 12, 1, 720),
    signOn,
    logLevel: isLevel(level) ? level : 'info',
    schemesFolder: text('JIHENG_SCHEMES'),
    backupFolder: text('JIHENG_BACKUP'),
    backupsKept: number('JIHENG_BACKUP_KEEP', 30, 1, 1000),
    withExample: example === 'yes',
  }
  return faults.length > 0 ? { faults } : { settings }
}

const levels = ['debug', 'info', 'warn', 'error', 'silent'] as const
const isLevel = (text: string): text is (typeof levels)[number] => (levels as readonly string[]).includes(text)
