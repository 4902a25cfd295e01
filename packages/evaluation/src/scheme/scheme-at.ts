/** Which version of a scheme judges a budget year. It picks one or refuses; it never takes the nearest. */
import type { Problem } from '@jiheng/vocabulary'
import type { Scheme, SchemeVersion } from './scheme.ts'

/** `day` YYYY-MM-DD, usually the last day of the budget year. */
export function schemeAt(scheme: Scheme, day: string): { readonly version: SchemeVersion } | { readonly problem: Problem } {
  const version = scheme.versions.find(({ from, to }) => from <= day && (to === null || day <= to))
  return version === undefined ? { problem: { code: 'scheme.not-in-force', at: [scheme.id], details: { day } } } : { version }
}
