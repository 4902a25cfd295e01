/** Before something about the account's security changes, the person says the password once more. */
import { Refusal, type RouteId } from '@jiheng/contract'
import { type Credentials, credentialsOf, type Work } from '@jiheng/store'
import type { Preparing } from '../http/endpoint.ts'
import { keyOf, personOf } from './person-of.ts'

/** Wrong answers in ten minutes; whoever sits at an open page must not go on guessing. */
const mostTries = 10

/** Refuses with password.wrong, and after some tries with request.too-many. */
export async function confirmPassword<Id extends RouteId>(
  { container, transact }: Pick<Preparing<Id>, 'container' | 'transact'>,
  password: string,
): Promise<Credentials> {
  const account = await transact((ground, work) => credentialsOf(ground, keyOf(personOf(work as Work)), false))
  container.attempts.note(`password ${account.accountId}`, container.clock(), mostTries)
  const { isRight } = await container.passwords.verify(password, account.passwordHash)
  if (!isRight) throw new Refusal('password.wrong')
  return account
}
