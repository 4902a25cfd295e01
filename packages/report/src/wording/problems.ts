/** Trouble with a file or an archive, as one line: where, what, why, what to do. Trouble with a command is worded by the command. */
import type { Problem, ProblemCode } from '@jiheng/vocabulary'
import { lineWord, pageWord } from './place.ts'
import { standardInput } from './words.ts'

export type FileProblemCode = Exclude<ProblemCode, `command.${string}` | `scheme.${string}` | `facts.${string}`>
export type FileProblem = Problem & { readonly code: FileProblemCode }

export const isFileProblem = (problem: Problem): problem is FileProblem => !/^(?:command|scheme|facts)\./.test(problem.code)

export function sayFileProblem(problem: FileProblem): string {
  return `${placeOfProblem(problem)}：${whatAndHow(problem)}`
}

/** The file, the line or page in it; a report of the file. */
export function placeOfProblem({ code, at }: Problem): string {
  return at.map((part, index) => placeWord(code, part, index)).join(' ')
}

/** A number that comes first is a report of the file, from 0; behind a file it is a line or a page, from 1. */
function placeWord(code: Problem['code'], part: string | number, at: number): string {
  if (typeof part === 'number') return at === 0 ? `第${part + 1}份报告` : code.startsWith('page.') ? pageWord(part) : lineWord(part)
  if (at > 0 && code.startsWith('sheet.')) return `工作表“${part}”`
  return part === '-' ? standardInput : part
}

function whatAndHow({ code, details }: FileProblem): string {
  switch (code) {
    case 'file.not-found':
      return '没有这个文件。请检查路径和文件名。'
    case 'file.no-permission':
      return '没有读取权限。请调整权限，或复制到自己的文件夹后再试。'
    case 'file.is-folder':
      return '这是文件夹，不能当作文件读取。请给出其中的文件。'
    case 'file.empty':
      return '文件是空的（0 字节），没有可校核的内容。请检查是否保存或下载完整。'
    case 'file.too-large':
      return `文件超过 ${megabytes(details.limit)} MB 的上限${details.bytes === undefined ? '' : `（${megabytes(details.bytes)} MB）`}。请拆分后再校核。`
    case 'file.binary':
      return '内容不是文档（含二进制数据）。请检查是否选对了文件，或另存为 .docx、.xlsx、.pdf 后再校核。'
    case 'file.unsupported-format':
      return unsupported(String(details.format ?? ''))
    case 'file.picture':
      return '这是图片，没有可以校核的文字。请提供原来的 Word、Excel 或由其导出的 PDF。'
    case 'file.encrypted':
      return '文件有密码，无法打开。请去掉密码另存后再校核。'
    case 'file.damaged':
      return '文件已损坏或没有传完，无法打开。请用原来的程序打开后另存，再重新报送。'
    case 'file.unsafe':
      return `文件内部${unsafe(String(details.reason ?? ''))}，为安全起见没有读取。请用原来的程序打开后另存，再重新报送。`
    case 'file.signed':
      return '文件带有电子签章，内容已校核，签章本身未验证。退回修改后需重新签章。'
    case 'file.not-converted':
      return notConverted(details)
    case 'input.no-match':
      return nothingIn[String(details.kind)] ?? '没有文件符合这个通配符。请检查写法，通配符最好加引号。'
    case 'archive.not-unpacked':
      return `${details.format} 压缩包需要 7-Zip 才能解开，本机没有。请安装 7-Zip，或改用 zip 格式压缩后再校核。`
    case 'page.needs-ocr':
      return '这一页是扫描图片，没有可以校核的文字，其余页照常校核。请提供原来的 Word 或由其导出的 PDF。'
    case 'page.unreadable':
      return details.reason === 'fonts'
        ? '这一页的文字无法还原（字体没有编码），其余页照常校核。请提供原来的 Word，或重新导出 PDF。'
        : '这一页无法读取，其余页照常校核。请重新导出 PDF。'
    case 'sheet.hidden':
      return '这张表是隐藏的，没有校核。请确认是否应当删除，或取消隐藏后再校核。'
    case 'sheet.hidden-lines':
      return `含有隐藏的${hiddenLines(details)}，已一并校核。请确认是否应当保留。`
    case 'document.tracked-changes':
      return '含有修订痕迹，按接受修订后的文字校核。请定稿后接受或拒绝修订，再报送。'
    case 'file.unreadable':
      return unreadable(details)
    case 'text.undecodable':
      return '无法识别文字编码（支持 UTF-8 和 GB18030）。请另存为 UTF-8 文本后再校核。'
    case 'text.partly-undecodable':
      return '有少量文字无法识别，其余照常校核。请核对这些位置的原文。'
    case 'text.line-too-long':
      return `这一行过长${details.length === undefined ? '' : `（${details.length} 个字符）`}，已拆成几段校核，跨段的数字没有互相核对。请检查换行是否丢失。`
    case 'document.too-many-blocks':
      return `内容超过上限（${details.limit} ${countWords[String(details.of)] ?? '处'}），只校核了前面的部分。请拆分后再校核。`
    case 'document.nothing-to-read':
      return '文件里没有可校核的文字。请检查是否选对了文件。'
    case 'audit.check-broken':
      return '这项检查自身出错，未能执行，其余检查照常。请把这份报告反馈给开发者。'
    case 'output.not-made':
      return notMade(details)
    default:
      // A result of another version may hold a code that is not known here.
      code satisfies never
      return `其他情况（${String(code)}），请查看产生这份结果的版本的说明。`
  }
}

function unsupported(format: string): string {
  if (['zip', 'rar', '7z', 'gzip'].includes(format)) return '这是压缩包。请解开后校核其中的文件。'
  const names: Readonly<Record<string, string>> = {
    pptx: '演示文稿',
    mht: '网页归档（.mht）',
    ole: '这种旧版 Office',
    'flat-odf': '这种 XML',
  }
  return `暂不支持${names[format] ?? ` ${format} `}格式。请另存为 .docx、.xlsx 或 .pdf 后再校核。`
}

const nothingIn: Readonly<Record<string, string>> = {
  folder: '文件夹里没有可校核的文件（Word、Excel、PDF、OFD、文本、网页、压缩包）。请检查文件夹。',
  archive: '压缩包里没有可校核的文件（Word、Excel、PDF、OFD、文本、网页）。请检查压缩包。',
}

const productWords: Readonly<Record<string, string>> = {
  page: '校核页',
  copy: '批注副本',
  'word-copy': '带批注的 Word',
  'pdf-copy': '带批注的 PDF',
  letter: '退回意见',
}

function notMade({ what, reason }: Problem['details']): string {
  const product = productWords[String(what)] ?? '这份文件'
  if (reason === 'not-pdf') return `不是 PDF，没有生成${product}。请改为生成带批注的 Word（docx）。`
  if (reason === 'unread') return `没有可校核的内容，没有生成${product}。请先按上面的说明处理这份文件。`
  const why = deathWords[String(reason)]
  if (why !== undefined) return `生成${product}时${why}，没有生成，校核结果不受影响。请再试一次；仍不行请反馈给开发者。`
  return `${product}没有生成（${reason ?? '原因不明'}），校核结果不受影响。请查看校核页，并反馈给开发者。`
}

const deathWords: Readonly<Record<string, string>> = { timeout: '用时过长', memory: '占用内存过多', crash: '进程意外结束' }

const unsafeWords: Readonly<Record<string, string>> = {
  'entry-too-large': '展开后过大',
  'too-large': '展开后过大',
  'too-many-entries': '的部件过多',
  'lying-size': '的部件大小与标明的不符',
  doctype: '含有不应有的外部定义（DOCTYPE）',
  'too-deep': '的层次过深',
  overlap: '的部件互相重叠',
  'bad-name': '含有指向文件夹以外的名称，或同一名称出现两次',
  link: '含有链接',
}

const unsafe = (reason: string): string => unsafeWords[reason] ?? '结构异常'

function notConverted(details: Problem['details']): string {
  const isRead = details.readAs === 'words'
  const rest = isRead ? '只读出文字，合并单元格和自动编号没有读出' : '这一份没有校核'
  const why =
    details.reason === 'missing'
      ? `读取 .${details.format} 需要 LibreOffice，本机没有`
      : details.reason === 'timeout'
        ? `LibreOffice 转换超过 ${details.seconds} 秒`
        : 'LibreOffice 未能打开这个文件'
  return `${why}，${rest}。请在 WPS 或 Word 中另存为 .docx 后再校核。`
}

function hiddenLines({ rows, columns }: Problem['details']): string {
  return [rows ? `行（${rows}）` : '', columns ? `列（${columns}）` : ''].filter((part) => part !== '').join('和')
}

function unreadable(details: Problem['details']): string {
  if (details.reason === 'timeout') return `校核超过 ${details.seconds} 秒，已停止这一份，其余继续。请拆分后再试。`
  if (details.reason === 'memory') return `校核占用内存超过 ${details.memoryMb} MB，已停止这一份，其余继续。请拆分后再试。`
  if (details.reason === 'crash') return '校核进程意外结束，这一份没有结果，其余继续。请单独再试一次；仍不行请反馈给开发者。'
  if (details.reason === 'bug') return `程序内部出错（${details.message}），这一份没有结果，其余继续。请反馈给开发者。`
  return `无法读取（${details.reason ?? '原因不明'}）。请检查磁盘或网络位置后再试。`
}

const countWords: Readonly<Record<string, string>> = { lines: '行', cells: '个单元格', blocks: '段' }

function megabytes(bytes: string | number | undefined): string {
  return String(Math.ceil(Number(bytes ?? 0) / 1024 / 1024))
}
