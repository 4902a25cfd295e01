import type { Account } from '@jiheng/contract'
import { Tag, type Tone } from '../../parts/tag.tsx'
import { people } from '../../wording/people.ts'

type Standing = keyof typeof people.states
const tones: Readonly<Record<Standing, Tone>> = { working: 'good', disabled: 'quiet', locked: 'error', invited: 'warning' }

export function standingOfAccount({ isDisabled, lockedUntil, hasPassword, signOnSubject }: Account, now = Date.now()): Standing {
  if (isDisabled) return 'disabled'
  if (lockedUntil !== null && Date.parse(lockedUntil) > now) return 'locked'
  return hasPassword || signOnSubject !== null ? 'working' : 'invited'
}

export function AccountState({ account }: { readonly account: Account }) {
  const standing = standingOfAccount(account)
  return (
    <span title={people.stateHints[standing]}>
      <Tag tone={tones[standing]}>{people.states[standing]}</Tag>
    </span>
  )
}
