/** What the verbs for the platform's data say. */
import type { DoctorFinding, ExportChecked, Manifest, OperatorAccount, TransferStep } from '@jiheng/store'

export const sayData = {
  badSettings: (fault: string) => `设置有误：${fault}\n`,
  noData: (folder: string) => `${folder} 里还没有数据。请检查数据文件夹（--data 或 JIHENG_DATA），或设置 DATABASE_URL。\n`,
  otherTables: (place: string) => `${place} 的表与本版本不一致。请先用本版本启动一次服务器，表会自动更新；再执行这个命令。\n`,
  step: ({ kind, name, count }: TransferStep) => (kind === 'table' ? `  ${name}  ${count} 行\n` : `  文件  ${count} 个\n`),
  exported: (folder: string, { tables, files }: Manifest) =>
    `已导出到 ${folder}：${rowsOf(tables)} 行，${files.count} 个文件。其中有密码摘要，请像数据库一样保管。\n`,
  missing: ({ files }: Manifest) => `注意：有 ${files.missing.length} 个文件已丢失或损坏，没有导出；用 jiheng doctor 查看是哪些。\n`,
  imported: (place: string, { tables, files }: Manifest) =>
    `已导入 ${place}：${rowsOf(tables)} 行，${files.count} 个文件，逐表核对一致。\n`,
  checked: (folder: string, { rows, files }: ExportChecked) => `备份已写入 ${folder}，读回核对一致：${rows} 行，${files} 个文件。\n`,
  damaged: (folder: string, { damaged }: ExportChecked) =>
    `备份 ${folder} 读回后不一致：${damaged.slice(0, 5).join('、')}${damaged.length > 5 ? ` 等 ${damaged.length} 处` : ''}。没有留下。请检查磁盘，再备份一次。\n`,
  removed: (folder: string) => `已删除较旧的备份 ${folder}\n`,
  restoring: (folder: string) => `从 ${folder} 恢复\n`,
  noBackup: (folder: string) => `${folder} 里没有备份。请给出 jiheng backup 写入的文件夹，或其中的一份。\n`,
  noAccount: (loginName: string) => `没有登录名为“${loginName}”的账号。用 jiheng user list 查看全部账号。\n`,
  nameNeeded: (loginName: string) => `没有登录名为“${loginName}”的账号。要新开一个，请加上 --name 姓名。\n`,
  noRegion: '还没有初始化。请启动服务器，打开它给出的一次性链接。\n',
  unlocked: (name: string) => `“${name}”已解除锁定，可以用原来的密码登录。\n`,
  reset: (name: string, link: string) =>
    `“${name}”已重置：原来的密码、动态验证码、登录和接口令牌都已作废。请把这个一次性链接交给本人，24 小时内有效：\n  ${link}\n`,
  isManager: (name: string) => `“${name}”已经可以管理账号。\n`,
  madeManager: (name: string) => `“${name}”现在可以管理全地区的账号。\n`,
  invited: (name: string, link: string) => `已为“${name}”开设账号。请把这个一次性链接交给本人设置密码，7 天内有效：\n  ${link}\n`,
  accountHead: ['登录名', '姓名', '状态', '最近使用'] as const,
  accountState: ({ isDisabled, isLocked, hasPassword, hasSecondFactor, isManager }: OperatorAccount) =>
    [
      isManager ? '管理账号' : '',
      isDisabled ? '停用' : '',
      isLocked ? '锁定' : '',
      hasPassword ? '' : '未设密码',
      hasSecondFactor ? '动态验证码' : '',
    ]
      .filter((word) => word !== '')
      .join('、') || '正常',
  never: '从未',
}

const rowsOf = (tables: Manifest['tables']) => tables.reduce((sum, { rows }) => sum + rows, 0)

export const doctorWords = {
  levels: { good: '正常', warning: '注意', bad: '有误' },
  summary: (bad: number, warnings: number) =>
    bad + warnings === 0
      ? '没有发现问题。\n'
      : `有误 ${bad} 项，注意 ${warnings} 项。${bad > 0 ? '怎样处理见 docs/operations.md。' : ''}\n`,
  settings: '设置',
  version: '版本',
  disk: '磁盘',
  program: (name: string, path: string | null, without: string) => `${name}  ${path ?? `没有安装，${without}`}`,
  withoutLibreOffice: '读不了 .doc、.wps、.rtf、.odt',
  withoutSevenZip: '打不开 .rar、.7z',
  versions: (product: string, node: string, system: string) => `绩衡 ${product}，Node ${node}，${system}`,
  database: (place: string, kind: 'embedded' | 'served') => `数据库：${kind === 'embedded' ? '内嵌' : 'PostgreSQL'} ${place}`,
  folder: (folder: string) => `数据文件夹：${folder}`,
  noBackups: '备份  没有设置自动备份（JIHENG_BACKUP）；请确认另有安排',
  lastBackup: (folder: string, days: number | null) =>
    `备份  ${folder} 里${days === null ? '还没有备份' : `最近一份是 ${days.toFixed(1)} 天前的`}`,
  free: (gigabytes: string) => `数据文件夹所在磁盘剩余 ${gigabytes} GB`,
}

/** One line for each finding. */
export function sayFinding({ check, level, details: d }: DoctorFinding): string {
  const isGood = level === 'good'
  switch (check) {
    case 'migrations':
      return `表  ${isGood ? `${d.count} 次更新全部完成` : migrationStates[String(d.state)]}${d.names === '' || d.state === 'none' ? '' : `（${d.names}）`}`
    case 'durability':
      return `写盘  ${isGood ? '提交后写到磁盘' : `提交后没有写到磁盘（${d.off} 关闭），断电会丢失数据`}`
    case 'clock':
      return `时钟  ${isGood ? '一致' : clockFault(Number(d.seconds), Number(d.ahead))}`
    case 'files':
      return `文件  ${d.count} 个，${d.read === 1 ? '逐个读过，内容完好' : '都在（没有逐个读）'}`
    case 'file-gone':
      return `文件  ${d.sha256} 丢失，请从备份找回`
    case 'file-changed':
      return `文件  ${d.sha256} 的内容与登记的不同，请从备份找回`
    case 'file-orphan':
      return `文件  有 ${d.count} 个没有登记（${megabytes(Number(d.bytes))} MB），多是中断的上传留下的，不影响使用`
    case 'journal':
      return isGood
        ? `操作记录  ${d.seals} 个封签、${d.entries} 条，环环相扣`
        : `操作记录  第 ${d.seal} 个封签对不上（${sealFaults[String(d.why)] ?? d.why}），有人改动过数据库，或数据库损坏`
    case 'journal-unsealed':
      return `操作记录  有 ${d.count} 条超过 15 分钟没有封签，服务器可能没有正常运行`
    case 'jobs-stuck':
      return `后台任务  ${isGood ? '没有停滞的' : `有 ${d.count} 个停滞；服务器启动后会重新领取`}`
    case 'jobs-waiting':
      return `后台任务  有 ${d.count} 个等了一小时以上；请检查服务器是否在运行、JIHENG_WORKERS 是否为 0`
    case 'jobs-dead':
      return `后台任务  有 ${d.count} 个多次失败后放弃${d.why === '' ? '' : `，最近一个：${d.why}`}`
  }
}

const migrationStates: Readonly<Record<string, string>> = {
  none: '还没有建立；启动一次服务器即可',
  older: '有更新没有做；用本版本启动一次服务器即可',
  newer: '来自更新的版本，请换用更新的版本',
}

const sealFaults: Readonly<Record<string, string>> = {
  'entry-changed': '有记录被改过',
  'entry-missing': '有记录不见了',
  'chain-broken': '封签断开',
  'not-the-kept-one': '与另存的摘要不同',
}

function clockFault(seconds: number, ahead: number): string {
  if (Math.abs(seconds) > 30) return `本机与数据库服务器相差 ${Math.abs(seconds)} 秒，请校准`
  return `最近的记录比现在还晚 ${ahead} 秒，本机时钟可能调慢过，请校准`
}

const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(1)
