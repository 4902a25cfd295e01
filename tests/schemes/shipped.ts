/** The schemes as they are shipped, read once. */

import { loadSchemes, readYaml } from '@jiheng/runner/data'
import { inRoot } from '../../scripts/bootstrap/root.mjs'

export const folder = inRoot('schemes')
export const shipped = loadSchemes(folder)
export const readText = (text: string) => readYaml(text, '案例')
