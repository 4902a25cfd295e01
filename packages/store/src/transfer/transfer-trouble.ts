/** Why data cannot be written out or read in. Expected trouble with a code from this closed table; the command that was typed says it and ends. */

const troubles = {
  'transfer.target-exists': { message: '{folder} 已经存在，里面不是空的，没有写出。', remedy: '请换一个不存在的位置。' },
  'transfer.not-an-export': {
    message: '{folder} 不是导出的数据：{why}。',
    remedy: '请给出 jiheng export 或 jiheng backup 写出的那个文件夹，整个复制过来，不要改动里面的文件。',
  },
  'transfer.newer': {
    message: '{folder} 由更新的版本 {version} 导出，本版本读不了（多出 {what}）。',
    remedy: '请先把本系统升级到 {version} 或更新的版本，再导入。',
  },
  'transfer.older': {
    message: '{folder} 由较旧的版本 {version} 导出，表的结构与本版本不同（还没有 {what}）。',
    remedy: '请用版本 {version} 导入，再升级到本版本：启动时会自动更新表。',
  },
  'transfer.not-empty': {
    message: '{place} 里已经有数据（{table}），没有导入。',
    remedy: '只能导入空的数据库：请换一个新的数据文件夹（JIHENG_DATA）或新建一个数据库（DATABASE_URL）。',
  },
  'transfer.bad-row': {
    message: '{table} 第 {row} 行附近的内容不对：{why}。没有导入任何数据。',
    remedy: '导出的文件可能损坏或被改过：请重新导出，或换一份备份。',
  },
  'transfer.differs': {
    message: '{table} 读入后与导出时的记录不一致（应有 {wanted} 行，读到 {found} 行，或内容的摘要不同）。没有导入任何数据。',
    remedy: '导出的文件可能损坏、不全或被改过：请重新导出，或换一份备份。',
  },
  'transfer.dangling': {
    message: '{table} 里有指向不存在的记录的内容（{constraint}）。没有导入任何数据。',
    remedy: '导出的文件可能不全或被改过：请重新导出，或换一份备份。',
  },
  'transfer.file-missing': {
    message: '缺少文件 {sha256}。没有导入任何数据。',
    remedy: '导出的文件夹可能没有复制全：请重新复制整个文件夹，或换一份备份。',
  },
  'transfer.file-changed': {
    message: '文件 {sha256} 的内容与导出时不同。没有导入任何数据。',
    remedy: '文件可能损坏或被改过：请重新复制整个文件夹，或换一份备份。',
  },
} as const

export type TransferTroubleCode = keyof typeof troubles

export class TransferTrouble extends Error {
  readonly code: TransferTroubleCode
  readonly details: Readonly<Record<string, string | number>>
  readonly remedy: string

  constructor(code: TransferTroubleCode, details: Readonly<Record<string, string | number>> = {}) {
    const fill = (text: string) => text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(details[name] ?? whole))
    super(fill(troubles[code].message))
    this.name = 'TransferTrouble'
    this.code = code
    this.details = details
    this.remedy = fill(troubles[code].remedy)
  }
}
