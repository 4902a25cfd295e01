/** `jiheng user`: accounts, for whoever sits at the machine. */
import { randomBytes } from 'node:crypto'
import { newLink, originOf, type Settings } from '@jiheng/server/operator'
import {
  accountsForOperator,
  createByOperator,
  type Ground,
  listRegions,
  makeManager,
  type OperatorAccount,
  resetByOperator,
  unlockByOperator,
} from '@jiheng/store'
import type { UserOptions } from '../arguments/parse-data.ts'
import { type Place, tell, withPlace } from '../data/open-place.ts'
import type { Host } from '../host.ts'
import { display } from '../output/display.ts'
import { pad, widthOf } from '../output/width.ts'
import { sayData } from '../wording/data-messages.ts'
import { exitCodes } from './exit-code.ts'

export async function userCommand(options: UserOptions, host: Host): Promise<number> {
  return withPlace(options.data, 'there', host, async (place) => {
    if (options.action === 'list') return list(await place.transact(accountsForOperator), host)
    const said = await place.transact((ground) => act(ground, options, place))
    if (typeof said !== 'string') return tell(said.refused, host)
    await host.stdout.write(
      `${said
        .trimEnd()
        .split('\n')
        .map((line) => (line.startsWith('  ') ? `  ${display(line)}` : display(line)))
        .join('\n')}\n`,
    )
    return exitCodes.good
  })
}

/** What to say of it. */
async function act(ground: Ground, options: UserOptions, { settings }: Place): Promise<string | { readonly refused: string }> {
  const { action, loginName } = options
  const account = (await accountsForOperator(ground)).find((one) => one.loginName.toLowerCase() === loginName.toLowerCase())
  if (account === undefined) return action === 'make-admin' ? create(ground, options, settings) : { refused: sayData.noAccount(loginName) }
  switch (action) {
    case 'unlock':
      await unlockByOperator(ground, account, account.loginName)
      return sayData.unlocked(account.name)
    case 'reset':
      await resetByOperator(ground, account, account.loginName)
      return sayData.reset(account.name, await linkFor(ground, account, 'reset', settings))
    default:
      if (account.isManager) return sayData.isManager(account.name)
      await makeManager(ground, account, account.name)
      return sayData.madeManager(account.name)
  }
}

/** In the first region: an installation has one, unless somebody brought several together. */
async function create(
  ground: Ground,
  { loginName, name }: UserOptions,
  settings: Settings,
): Promise<string | { readonly refused: string }> {
  const [region] = await listRegions(ground)
  if (region === undefined) return { refused: sayData.noRegion }
  if (name === null) return { refused: sayData.nameNeeded(loginName) }
  const key = await createByOperator(ground, region.id, name, loginName)
  await makeManager(ground, key, name)
  return sayData.invited(name, await linkFor(ground, key, 'invite', settings))
}

async function linkFor(ground: Ground, key: Pick<OperatorAccount, 'regionId' | 'accountId'>, kind: 'invite' | 'reset', settings: Settings) {
  const place = { newSecret: () => randomBytes(32).toString('base64url'), origin: originOf(settings, settings.port) }
  return (await newLink(ground, key, kind, place)).address
}

async function list(accounts: readonly OperatorAccount[], host: Host): Promise<number> {
  const rows = accounts.map((account) => [
    display(account.loginName),
    display(account.name),
    sayData.accountState(account),
    account.lastSeenAt?.toISOString().slice(0, 10) ?? sayData.never,
  ])
  const all = [[...sayData.accountHead], ...rows]
  const widths = sayData.accountHead.map((_, at) => Math.max(...all.map((row) => widthOf(row[at] ?? ''))))
  for (const row of all)
    await host.stdout.write(
      `${row
        .map((cell, at) => pad(cell, widths[at] ?? 0))
        .join('  ')
        .trimEnd()}\n`,
    )
  return exitCodes.good
}
