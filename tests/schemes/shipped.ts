/** The schemes as they are shipped, read once. */

import { loadSchemes } from '../../apps/cli/src/schemes/load-schemes.ts'
import { readYaml } from '../../apps/cli/src/schemes/read-yaml.ts'
import { inRoot } from '../../scripts/bootstrap/root.mjs'

export const folder = inRoot('schemes')
export const shipped = loadSchemes(folder)
export const readText = (text: string) => readYaml(text, '案例')
