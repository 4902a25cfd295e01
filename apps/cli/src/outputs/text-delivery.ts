/** Results as text, readable or JSON, each as soon as its turn comes. */

import type { Input } from '@jiheng/runner'
import type { Problem } from '@jiheng/vocabulary'
import type { TextFormat } from '../arguments/parse-audit.ts'
import type { Screen } from '../host.ts'
import { batchOf, jsonLine } from '../output/json.ts'
import { fileOutlet, screenOutlet } from '../output/outlet.ts'
import type { Look } from '../output/pretty/look.ts'
import { rendererFor } from '../output/renderer.ts'
import type { Delivery } from './delivery.ts'

export interface Looks {
  readonly screen: Look
  readonly file: Look
}

export function textDelivery(
  format: TextFormat,
  out: string | null,
  inputs: readonly Input[],
  screen: Screen,
  looks: Looks,
): Delivery | Problem {
  const outlet = out === null ? screenOutlet(screen) : fileOutlet(out, format, inputs)
  if ('code' in outlet) return outlet
  const render = rendererFor(format, outlet.kind === 'screen' ? looks.screen : looks.file)
  const isBatch = inputs.length > 1
  return {
    order: null,
    isRead: outlet.kind === 'screen' && format === 'pretty',
    take: (index, { result }) => outlet.result(index, render(result)),
    finish: async (summary) => {
      if (isBatch && (format === 'json' || outlet.kind === 'folder')) await outlet.batch(jsonLine(batchOf(summary)))
    },
    written: outlet.kind === 'screen' ? null : { kind: outlet.kind, path: out ?? '', first: null, strangers: 0, files: inputs.length },
  }
}
