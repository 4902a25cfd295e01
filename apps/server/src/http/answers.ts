/** What a handler may hand back where the answer is no JSON. The one writer of answers turns it into bytes. */
import type { Readable } from 'node:stream'
import type { Work } from '@jiheng/store'

/** Always saved, never shown in the page: a foreign file must not run in our origin. */
export interface FileAnswer {
  readonly kind: 'file'
  /** As the person sees it; may hold anything. */
  readonly name: string
  readonly mediaType: string
  readonly content: Uint8Array | (() => Readable)
  /** null where it is not known before the end. */
  readonly bytes: number | null
}

/** A short transaction on behalf of whoever asked, by what they may do by then. Refuses when they are signed out, or may no longer ask. */
export type Look = <Result>(run: (work: Work) => Promise<Result>) => Promise<Result>

export interface EventsAnswer {
  readonly kind: 'events'
  /** Whose connection it is. */
  readonly account: string
  /** Begun after the transaction has ended; each value is one event. Ends when the reader goes away, and with a Refusal. */
  readonly events: (gone: AbortSignal, look: Look) => AsyncIterable<unknown>
}

export interface RedirectAnswer {
  readonly kind: 'redirect'
  readonly location: string
  /** What the browser brings back from the identity provider, sealed; null: it goes. */
  readonly signOnState: string | null
}

export interface HtmlAnswer {
  readonly kind: 'html'
  readonly html: string
}

export type SpecialAnswer = FileAnswer | EventsAnswer | RedirectAnswer | HtmlAnswer

/** A session that begins or ends with this answer: kept by the browser in a cookie. */
export interface SessionChange {
  /** null: the cookie goes. */
  readonly token: string | null
  readonly expiresAt: Date | null
}

const withSession = Symbol('session')

export interface WithSession<Answer> {
  readonly [withSession]: SessionChange
  readonly answer: Answer
}

export const sessionAnswer = <Answer>(answer: Answer, session: SessionChange): WithSession<Answer> => ({ [withSession]: session, answer })

export function splitSession<Answer>(given: Answer | WithSession<Answer>): {
  readonly answer: Answer
  readonly session: SessionChange | null
} {
  if (typeof given === 'object' && given !== null && withSession in given) return { answer: given.answer, session: given[withSession] }
  return { answer: given as Answer, session: null }
}
