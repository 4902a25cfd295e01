/** 统一身份认证 by OpenID Connect: authorization code with PKCE, state and nonce, and an id_token whose signature is checked. */
import { Refusal } from '@jiheng/contract'
import * as oidc from 'openid-client'
import type { SignOnSettings } from '../settings.ts'
import { seal, unseal } from './seal.ts'

export interface SignOn {
  readonly name: string
  readonly issuer: string
  /** Where to send the browser, and what it must bring back with it. Refuses with sign-on.unavailable. */
  readonly start: (returnAddress: string, key: Buffer, now: Date) => Promise<{ readonly location: string; readonly state: string }>
  /**
   * Who signed in there. `returned`: the address that the browser came back to, with its query. Refuses with sign-on.refused for
   * whatever does not belong together, and with sign-on.unavailable where the provider does not answer.
   */
  readonly finish: (returned: URL, state: string | null, key: Buffer, now: Date) => Promise<string>
}

/** What the browser carries while it is away. */
interface Away {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly until: number
}

const timeoutSeconds = 8
const awayMs = 10 * 60_000

export function createSignOn(settings: SignOnSettings): SignOn {
  let found: Promise<oidc.Configuration> | null = null
  /** Asked for when it is first needed, kept once it was there, asked again after a failure. */
  const provider = (): Promise<oidc.Configuration> => {
    found ??= discover(settings).catch((error: unknown) => {
      found = null
      throw new Refusal('sign-on.unavailable', { details: { why: whyOf(error) } })
    })
    return found
  }
  return {
    name: settings.name,
    issuer: settings.issuer,
    start: async (returnAddress, key, now) => {
      const config = await provider()
      const verifier = oidc.randomPKCECodeVerifier()
      const away: Away = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier, until: now.getTime() + awayMs }
      const location = oidc.buildAuthorizationUrl(config, {
        redirect_uri: returnAddress,
        scope: 'openid',
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state: away.state,
        nonce: away.nonce,
      })
      return { location: location.href, state: seal(JSON.stringify(away), key) }
    },
    finish: async (returned, state, key, now) => {
      const text = state === null ? null : unseal(state, key)
      const away = text === null ? null : (JSON.parse(text) as Away)
      if (away === null || away.until < now.getTime()) throw new Refusal('sign-on.refused')
      const config = await provider()
      const checks = {
        pkceCodeVerifier: away.verifier,
        expectedState: away.state,
        expectedNonce: away.nonce,
        idTokenExpected: true,
      }
      const tokens = await oidc.authorizationCodeGrant(config, returned, checks).catch((error: unknown) => {
        throw new Refusal(isSilence(error) ? 'sign-on.unavailable' : 'sign-on.refused', { details: { why: whyOf(error) } })
      })
      const subject = tokens.claims()?.sub
      if (subject === undefined) throw new Refusal('sign-on.refused')
      return subject
    },
  }
}

async function discover({ issuer, clientId, clientSecret }: SignOnSettings): Promise<oidc.Configuration> {
  const address = new URL(issuer)
  // Without TLS only where the settings say so, for a provider on the same machine or behind the office's own gateway.
  const insecure = address.protocol === 'http:' ? [oidc.allowInsecureRequests] : []
  const config = await oidc.discovery(address, clientId, clientSecret, undefined, {
    execute: [...insecure, oidc.enableNonRepudiationChecks],
    timeout: timeoutSeconds,
  })
  return config
}

/** No answer, or one that says that it cannot: not a refusal of the person. */
function isSilence(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error.name === 'TimeoutError' || error.name === 'AbortError' || error.message === 'fetch failed') return true
  return error instanceof oidc.ClientError ? isSilence(error.cause) : false
}

/** A code of the library, never what the provider sent. */
function whyOf(error: unknown): string {
  const { code, name } = error as { readonly code?: unknown; readonly name?: unknown }
  return typeof code === 'string' ? code : String(name)
}
