import { Refusal } from '@jiheng/contract'
import { describe, expect, it } from 'vitest'
import { createAttempts } from '../../src/people/attempts.ts'
import { lockedUntil } from '../../src/people/lockout.ts'
import { createPasswords, usualCost } from '../../src/people/passwords.ts'
import { refuseWeak } from '../../src/people/weak-passwords.ts'

const cheap = { N: 1024, r: 8, p: 1 }

describe('a password hash', () => {
  it('is right for its password alone, however the keyboard composed it', async () => {
    const { hash, verify } = createPasswords(cheap)
    const kept = await hash('Ｓhan-Shui-2046')
    expect(kept).toMatch(/^scrypt\$1024\$8\$1\$[\w-]{22}\$[\w-]{43}$/)
    expect(await verify('Shan-Shui-2046', kept)).toEqual({ isRight: true, isOld: false })
    expect(await verify('shan-shui-2046', kept)).toEqual({ isRight: false, isOld: false })
    expect(await hash('Shan-Shui-2046')).not.toBe(kept)
  })

  it('of older parameters is still read, and told to be old', async () => {
    const kept = await createPasswords(cheap).hash('Shan-Shui-2046')
    expect(await createPasswords({ ...cheap, N: 2048 }).verify('Shan-Shui-2046', kept)).toEqual({ isRight: true, isOld: true })
  })

  it('that is missing is never right', async () => {
    expect(await createPasswords(cheap).verify('', null)).toMatchObject({ isRight: false })
  })

  it('takes as long to compare where there is none', async () => {
    const { hash, verify } = createPasswords({ ...usualCost, N: 2 ** 15 })
    const kept = await hash('Shan-Shui-2046')
    const timeOf = async (against: string | null) => {
      const times: number[] = []
      for (let time = 0; time < 5; time++) {
        const from = performance.now()
        await verify('wrong', against)
        times.push(performance.now() - from)
      }
      return Math.min(...times)
    }
    // Without the comparison it would be a thousandth.
    expect(await timeOf(null)).toBeGreaterThan((await timeOf(kept)) / 3)
  })

  it('is not made for a flood: those that would wait too long are refused', async () => {
    const { verify } = createPasswords(cheap)
    const all = await Promise.allSettled(Array.from({ length: 100 }, () => verify('x', null)))
    const refused = all.filter((one) => one.status === 'rejected' && one.reason instanceof Refusal && one.reason.code === 'server.busy')
    expect(refused).toHaveLength(38)
    expect(await verify('x', null)).toMatchObject({ isRight: false })
  })
})

describe('a weak password', () => {
  const person = { name: '王小明', loginName: 'wangxm88' }
  const isWeak = (password: string) => {
    try {
      refuseWeak(password, person)
      return false
    } catch (error) {
      return error instanceof Refusal && error.code === 'password.too-weak'
    }
  }

  it.each([
    ...[
      '',
      'Ab1!',
      'aaaaaaaaaaaaaa',
      '1212121212121',
      '1234567890',
      '0987654321',
      'abcdefghijkl',
      'qwertyuiop',
      '1qaz2wsx3edc',
      'poiuytrewq',
    ],
    ...['admin@123456', 'Password2024', 'wangxm88!!', 'WangXM88-abc', '王小明王小明', 'caizhengju01', 'woaini1314!', '!@#$%^&*()'],
  ])('%j is refused', (password) => {
    expect(isWeak(password)).toBe(true)
  })

  it.each(['Shan-Shui-2046', 'correct horse battery', '春眠不觉晓处处闻啼鸟', 'k9#vT2!mQx'])('%j is taken', (password) => {
    expect(isWeak(password)).toBe(false)
  })
})

describe('failures', () => {
  it('lock at every fifth, each time for twice as long, up to four hours', () => {
    const now = new Date('2026-01-01T00:00:00Z')
    const minutes = [1, 4, 5, 6, 10, 15, 20, 25, 30, 100].map((failures) => {
      const until = lockedUntil(failures, now)
      return until === null ? null : (until.getTime() - now.getTime()) / 60_000
    })
    expect(minutes).toEqual([null, null, 15, null, 30, 60, 120, 240, 240, 240])
  })

  it('of one address are slowed down, and forgotten after a while', () => {
    const attempts = createAttempts(lockedUntil)
    const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1) + seconds * 1000)
    for (let time = 0; time < 10; time++) attempts.note('a', at(time), 10)
    expect(() => attempts.note('a', at(10), 10)).toThrowError('request.too-many')
    attempts.note('b', at(10), 10)
    attempts.note('a', at(601), 10)
  })
})
