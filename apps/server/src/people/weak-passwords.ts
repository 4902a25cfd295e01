/** Passwords that are tried first. */
import { Refusal } from '@jiheng/contract'

const leastLength = 10

/** What people choose, here and elsewhere: without signs, in small letters. Whatever begins so and only adds figures is no better. */
const common: readonly string[] = [
  ...['password', 'passw0rd', 'admin', 'administrator', 'root', 'guest', 'test', 'welcome', 'letmein', 'iloveyou', 'monkey', 'dragon'],
  ...[
    'qwerty',
    'qwertyuiop',
    'asdfghjkl',
    'zxcvbnm',
    'qazwsx',
    'qazwsxedc',
    '1qaz2wsx',
    '1q2w3e4r',
    '1q2w3e4r5t',
    'abc',
    'abcd',
    'abcdefg',
  ],
  ...[
    'a123456',
    'aa123456',
    'woaini',
    'woaini1314',
    '5201314',
    '1314520',
    'caizheng',
    'caizhengju',
    'jixiao',
    'jixiaogu',
    'yusuan',
    'jiheng',
  ],
  ...[
    'huawei',
    'lenovo',
    'xitong',
    'mima',
    'nihao',
    'zhongguo',
    'beijing',
    'china',
    'gongwuyuan',
    'danwei',
    'kuaiji',
    'caiwu',
    'czj',
    'dell',
  ],
]

/** Refuses with password.too-weak, and says why. */
export function refuseWeak(
  password: string,
  { name, loginName }: { readonly name: string; readonly loginName: string },
  field = 'password',
): void {
  const why = weakness(password, name, loginName)
  if (why !== null) throw new Refusal('password.too-weak', { at: ['body', field], details: { why } })
}

function weakness(password: string, name: string, loginName: string): string | null {
  const text = password.normalize('NFKC')
  const bare = text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
  if ([...text].length < leastLength) return `少于 ${leastLength} 个字符。`
  if (new Set(text).size < 5) return '同样的字符太多。'
  if (isRun(bare) || isRun(text)) return '是连续的数字或字母。'
  for (const own of [loginName, name]) {
    const part = own.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
    if (part.length >= 2 && withoutFigures(bare) === withoutFigures(part)) return '与登录名或姓名相同。'
    if (part.length >= 4 && bare.includes(part)) return '含有登录名或姓名。'
  }
  if (common.includes(bare) || common.includes(withoutFigures(bare))) return '是常见密码。'
  return null
}

/** 1234567890, 0987654321, abcdefghij: each character follows the one before, or all stand in one row of the keyboard. */
function isRun(text: string): boolean {
  const rows = [
    '12345678901234567890',
    'abcdefghijklmnopqrstuvwxyz',
    'qwertyuiopasdfghjklzxcvbnm',
    '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
    'qazwsxedcrfvtgbyhnujmikolp',
    '!@#$%^&*()_+',
  ]
  return text.length >= 4 && rows.some((row) => row.includes(text) || [...row].toReversed().join('').includes(text))
}

const withoutFigures = (text: string): string => text.replaceAll(/^\d+|\d+$/g, '')
