/** What a new password must be, as far as this side can tell; the server knows the common ones as well and has the last word. */
export type PasswordHint = 'length' | 'own' | 'varied' | 'plain'

export interface Owner {
  readonly name: string
  readonly loginName: string
}

const leastLength = 10
const rows = ['12345678901234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm']

/** In the order in which they are shown; nothing typed meets nothing. */
export function passwordHints(
  password: string,
  { name, loginName }: Owner,
): readonly { readonly hint: PasswordHint; readonly isMet: boolean }[] {
  const text = password.normalize('NFKC')
  const bare = bareOf(text)
  const own = [name, loginName].map(bareOf).filter((part) => part.length >= 2)
  return [
    { hint: 'length', isMet: [...text].length >= leastLength },
    { hint: 'own', isMet: text !== '' && !own.some((part) => bare.includes(part)) },
    { hint: 'varied', isMet: new Set(text).size >= 5 },
    { hint: 'plain', isMet: text !== '' && !isRun(bare) },
  ]
}

const bareOf = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')

const isRun = (text: string): boolean =>
  text.length >= 4 && rows.some((row) => row.includes(text) || [...row].toReversed().join('').includes(text))
