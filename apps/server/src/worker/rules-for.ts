/** What reports of a batch are held to: the scheme that was chosen, the one that each cites, or their own rules alone. */
import { schemeAt } from '@jiheng/evaluation'
import { noRules, type RulesForAudit } from '@jiheng/runner'
import type { LoadedSchemes } from '@jiheng/runner/data'

/** `scheme`: an id, `auto`, or null. One that is gone since is the same as none. */
export function rulesFor({ schemes }: LoadedSchemes, scheme: string | null, year: number): RulesForAudit {
  if (scheme === null) return noRules
  if (scheme === 'auto') return { ...noRules, recognisable: [...schemes.values()] }
  const found = schemes.get(scheme)
  const inForce = found && schemeAt(found, `${year}-12-31`)
  const version = inForce !== undefined && 'version' in inForce ? inForce.version : found?.versions.at(-1)
  if (found === undefined || version === undefined) return noRules
  return { given: { scheme: { id: found.id, label: found.label, version }, goals: null }, recognisable: [] }
}
