/** The words behind the verbs that look after the platform's data: export, import, backup, restore, doctor, user. */
import { Options, type Parsed, readWords } from './words.ts'

export type FolderVerb = 'export' | 'import' | 'backup' | 'restore'

export interface FolderOptions {
  readonly verb: FolderVerb
  readonly folder: string
  /** The data folder; null: as the settings say. */
  readonly data: string | null
  /** Of backups in the folder, how many of the newest stay; null: all. */
  readonly keep: number | null
}

export const parseFolderVerb =
  (verb: FolderVerb) =>
  (words: readonly string[]): Parsed<FolderOptions> => {
    const read = readWords(verb, words, verb === 'backup' ? ['data', 'keep'] : ['data'])
    if (read.isHelp) return { kind: 'help' }
    const given = new Options(verb, read)
    const [folder, ...rest] = read.files
    if (folder === undefined) given.bad('FOLDER', '', 'folder')
    else if (rest[0] !== undefined) given.bad('FOLDER', rest[0], 'one-folder')
    const keep = given.read('keep', readKeep, 'keep')
    return finished(given, { verb, folder: folder ?? '', data: given.text('data'), keep })
  }

export interface DoctorOptions {
  readonly data: string | null
  /** Whether every file is read, or only looked for. */
  readonly readFiles: boolean
}

export function parseDoctor(words: readonly string[]): Parsed<DoctorOptions> {
  const read = readWords('doctor', words, ['data', 'files'])
  if (read.isHelp) return { kind: 'help' }
  const given = new Options('doctor', read)
  if (read.files[0] !== undefined) given.bad('ACTION', read.files[0], 'nothing')
  const files = given.read('files', (text) => (text === 'read' || text === 'present' ? text : null), 'files')
  return finished(given, { data: given.text('data'), readFiles: files !== 'present' })
}

export const userActions = ['list', 'reset', 'unlock', 'make-admin'] as const

export interface UserOptions {
  readonly action: (typeof userActions)[number]
  /** '' for list. */
  readonly loginName: string
  /** Of somebody who is created. */
  readonly name: string | null
  readonly data: string | null
}

export function parseUser(words: readonly string[]): Parsed<UserOptions> {
  const read = readWords('user', words, ['data', 'name'])
  if (read.isHelp) return { kind: 'help' }
  const given = new Options('user', read)
  const [first = '', loginName = '', ...rest] = read.files
  const action = userActions.find((one) => one === first)
  const isRight = action === 'list' ? loginName === '' : loginName !== '' && rest.length === 0
  if (action === undefined) given.bad('ACTION', first, userActions.join('、'))
  else if (!isRight) given.bad('ACTION', read.files.join(' '), `user-${action}`)
  const options = { action: action ?? 'list', loginName, name: given.text('name'), data: given.text('data') } as const
  return finished(given, options)
}

const readKeep = (text: string): number | null => (/^[1-9]\d{0,3}$/.test(text) ? Number(text) : null)

const finished = <T>({ problems }: Options, options: T): Parsed<T> =>
  problems.length > 0 ? { kind: 'problems', problems } : { kind: 'options', options }
