/** Signing in by password: who it is, whether the password and the code are right, and what is kept of a failure. */
import { Refusal } from '@jiheng/contract'
import {
  type AccountKey,
  accountNamed,
  type Credentials,
  credentialsOf,
  type Ground,
  keepPassword,
  keepSpareCodes,
  keepTotpStep,
  noteFailedSignIn,
  noteSignIn,
  record,
} from '@jiheng/store'
import type { Container } from '../container.ts'
import { lockedUntil, minutesLeft } from './lockout.ts'
import type { Verified } from './passwords.ts'
import { totpStep, withoutSpareCode } from './totp.ts'

export interface SignInAttempt {
  readonly loginName: string
  readonly password: string
  readonly code: string | null
  readonly address: string
}

type Transact = <Result>(run: (ground: Ground) => Promise<Result>) => Promise<Result>

/**
 * The account whose password and code these are. Refuses with session.wrong-password for a wrong password and for a name that
 * nobody has, after the same time and with the same lock; with session.locked, session.disabled, session.code-needed,
 * session.wrong-code. A failure is counted in a transaction of its own, so that it is kept although the request is refused.
 */
export async function signIn(attempt: SignInAttempt, transact: Transact, container: Container): Promise<AccountKey> {
  const { passwords, attempts, clock } = container
  const { loginName, password } = attempt
  const takeBack = attempts.note(`sign-in ${attempt.address}`, clock())
  const found = await transact(async (ground) => {
    const key = await accountNamed(ground, loginName)
    return key === null ? null : credentialsOf(ground, key, false)
  })
  const lock = found === null ? attempts.nobodyLockedUntil(loginName.trim().toLowerCase(), clock()) : found.lockedUntil
  if (lock !== null && lock > clock()) throw locked(lock, clock())
  const verified = await passwords.verify(password, found?.passwordHash ?? null)
  if (found === null) throw wrongFor(attempts.failNobody(loginName.trim().toLowerCase(), clock()), clock())
  const fresh = verified.isRight && verified.isOld ? await passwords.hash(password) : null
  const refusal = await transact((ground) => settle(ground, found, attempt, verified, fresh))
  if (refusal !== null) throw refusal
  takeBack()
  return found
}

const locked = (until: Date, now: Date) => new Refusal('session.locked', { details: { minutes: minutesLeft(until, now) } })
const wrongFor = (until: Date | null, now: Date) => (until === null ? new Refusal('session.wrong-password') : locked(until, now))

/** Under the lock of the account: of many attempts at once none slips past the count, and no code is taken twice. */
async function settle(
  ground: Ground,
  before: Credentials,
  { code }: SignInAttempt,
  { isRight }: Verified,
  freshHash: string | null,
): Promise<Refusal | null> {
  const { now } = ground
  const account = await credentialsOf(ground, before, true)
  if (account.lockedUntil !== null && account.lockedUntil > now) return locked(account.lockedUntil, now)
  // The password was changed in between: what was compared is no longer true.
  if (!isRight || account.passwordHash !== before.passwordHash) return fail(ground, account, 'session.wrong-password')
  if (account.isDisabled) return new Refusal('session.disabled')
  if (account.totp?.isConfirmed) {
    if (code === null) return new Refusal('session.code-needed')
    if (!(await takeCode(ground, account, account.totp, code))) return fail(ground, account, 'session.wrong-code')
  }
  if (freshHash !== null) await keepPassword(ground, account, freshHash)
  await noteSignIn(ground, account)
  return null
}

async function takeCode(ground: Ground, account: Credentials, totp: NonNullable<Credentials['totp']>, code: string): Promise<boolean> {
  const step = totpStep(totp.secret, code, ground.now, totp.lastStep)
  if (step !== null) await keepTotpStep(ground, account, step)
  const spare = step === null ? withoutSpareCode(code, account.spareCodeHashes) : null
  if (spare !== null) await keepSpareCodes(ground, account, spare)
  return step !== null || spare !== null
}

async function fail(ground: Ground, account: Credentials, code: 'session.wrong-password' | 'session.wrong-code'): Promise<Refusal> {
  const failures = account.failedSignIns + 1
  const until = lockedUntil(failures, ground.now)
  await noteFailedSignIn(ground, account, failures, until)
  const { regionId, accountId, name } = account
  const told = { regionId, actor: null, subject: { kind: 'account', id: accountId } }
  const why = code === 'session.wrong-code' ? '动态验证码不对' : '密码不对'
  await record(ground, 'session.refused', { ...told, details: { why, name } })
  if (until !== null) await record(ground, 'session.locked', { ...told, details: { name } })
  return until === null ? new Refusal(code) : locked(until, ground.now)
}
