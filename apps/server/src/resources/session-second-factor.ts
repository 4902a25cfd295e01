/** The second factor of the own account: begun with the password, good once a first code was right. */
import { Refusal } from '@jiheng/contract'
import { beginSecondFactor, byViewer, confirmSecondFactor, credentialsOf, record, removeSecondFactor } from '@jiheng/store'
import { endpoint, type Handlers } from '../http/endpoint.ts'
import { confirmPassword } from '../people/confirm-password.ts'
import { keyOf, personOf } from '../people/person-of.ts'
import { newSpareCodes, newTotpSecret, totpAddress, totpStep } from '../people/totp.ts'

const mostTries = 10

const begin = endpoint('second-factor.begin', {
  prepare: (preparing) => confirmPassword(preparing, preparing.asked.body.password),
  run: async ({ ground, work }) => {
    const account = await credentialsOf(ground, keyOf(work), true)
    if (account.totp?.isConfirmed) throw new Refusal('thing.exists', { details: { what: '动态验证码' } })
    const secret = newTotpSecret()
    await beginSecondFactor(ground, account, secret)
    return { address: totpAddress(secret, account.loginName), secret }
  },
})

const confirm = endpoint('second-factor.confirm', {
  prepare: async ({ container, transact }) => {
    const accountId = await transact(async (_, work) => work?.viewer.accountId)
    container.attempts.note(`code ${accountId}`, container.clock(), mostTries)
  },
  run: async ({ ground, work, body }) => {
    const account = await credentialsOf(ground, keyOf(personOf(work)), true)
    const { totp } = account
    if (totp === null || totp.isConfirmed) throw new Refusal('thing.not-found')
    const step = totpStep(totp.secret, body.code, ground.now, totp.lastStep)
    if (step === null) throw new Refusal('session.wrong-code')
    const { codes, hashes } = newSpareCodes()
    await confirmSecondFactor(ground, account, step, hashes)
    await record(ground, 'second-factor.enabled', byViewer(work.viewer))
    return { spareCodes: [...codes] }
  },
})

const remove = endpoint('second-factor.remove', {
  prepare: (preparing) => confirmPassword(preparing, preparing.asked.body.password),
  run: async ({ ground, work }) => {
    await removeSecondFactor(ground, keyOf(work))
    await record(ground, 'second-factor.removed', byViewer(work.viewer))
    return null
  },
})

export const secondFactorHandlers = {
  'second-factor.begin': begin,
  'second-factor.confirm': confirm,
  'second-factor.remove': remove,
} satisfies Partial<Handlers>
