/** Why a database cannot be opened. Expected trouble with a code from this closed table; the program that was started says it and ends. */

const troubles = {
  'embedded.locked': {
    message: '数据库 {folder} 正由进程 {pid} 使用。',
    remedy: '请关闭那个程序后再启动；同一个数据库不能由两个程序同时打开，否则会丢失数据。',
  },
  'embedded.locked-elsewhere': {
    message: '数据库 {folder} 登记为由主机或容器 {host} 的进程 {pid} 使用，在这里看不到它是否还在运行。',
    remedy: '请先确认那个程序已经停止，再删除文件 {entry} 后启动。',
  },
  'embedded.not-durable': {
    message: '数据库 {folder} 提交后没有写到磁盘（{why}），断电会丢失数据，因此没有打开。',
    remedy: '请安装项目锁定的依赖版本后重试，或改用 PostgreSQL（DATABASE_URL）。',
  },
  'embedded.not-a-database': {
    message: '{folder} 里已有别的文件，不是本系统的数据库。',
    remedy: '请换一个空文件夹或新的位置。',
  },
  'embedded.other-version': {
    message: '数据库 {folder} 是 PostgreSQL {found} 的格式，本版本只能打开 {wanted}。',
    remedy: '请用原来的版本执行 jiheng export，再用本版本执行 jiheng import。',
  },
  'embedded.damaged': {
    message: '数据库 {folder} 打不开：{why}',
    remedy: '请先整个备份这个文件夹，再从最近的备份恢复。',
  },
  'served.bad-address': {
    message: 'DATABASE_URL 不是有效的地址。',
    remedy: '请写成 postgres://用户:密码@主机:5432/数据库，密码里的 @ : / # ? % 要写成百分号编码。',
  },
  'served.unreachable': {
    message: '连不上 {place} 的 PostgreSQL：{why}',
    remedy: '请检查它是否已启动，以及地址、账号、密码和 pg_hba.conf。',
  },
  'served.too-old': { message: '{place} 的 PostgreSQL 是 {found}，需要 15 或更新。', remedy: '请升级 PostgreSQL 后再启动。' },
  'served.not-utf8': {
    message: '{place} 的数据库编码是 {found}，需要 UTF8。',
    remedy: "请新建数据库：create database jiheng encoding 'UTF8' template template0。",
  },
} as const

export type DatabaseTroubleCode = keyof typeof troubles

export class DatabaseTrouble extends Error {
  readonly code: DatabaseTroubleCode
  readonly details: Readonly<Record<string, string | number>>
  readonly remedy: string

  constructor(code: DatabaseTroubleCode, details: Readonly<Record<string, string | number>> = {}) {
    const fill = (text: string) => text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(details[name] ?? whole))
    super(fill(troubles[code].message))
    this.name = 'DatabaseTrouble'
    this.code = code
    this.details = details
    this.remedy = fill(troubles[code].remedy)
  }
}
