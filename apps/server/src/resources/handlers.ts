/** Every handler by its route. */
import type { Handlers } from '../http/endpoint.ts'
import { batchHandlers } from './batch.ts'
import { commentHandlers } from './comment.ts'
import { documentHandlers } from './document.ts'
import { findingHandlers } from './finding.ts'
import { journalHandlers } from './journal.ts'
import { organisationHandlers } from './organisation.ts'
import { peopleHandlers } from './people.ts'
import { sessionHandlers } from './session.ts'
import { linkHandlers } from './session-links.ts'
import { secondFactorHandlers } from './session-second-factor.ts'
import { signOnHandlers } from './session-sign-on.ts'
import { tokenHandlers } from './session-tokens.ts'
import { setupHandlers } from './setup.ts'
import { systemHandlers } from './system.ts'
import { workHandlers } from './work.ts'

export const handlers: Handlers = {
  ...setupHandlers,
  ...sessionHandlers,
  ...secondFactorHandlers,
  ...linkHandlers,
  ...signOnHandlers,
  ...tokenHandlers,
  ...organisationHandlers,
  ...peopleHandlers,
  ...journalHandlers,
  ...systemHandlers,
  ...batchHandlers,
  ...documentHandlers,
  ...commentHandlers,
  ...findingHandlers,
  ...workHandlers,
}
