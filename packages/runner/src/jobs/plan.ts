/** How many children a batch is worth. */
import { isPlainText } from '../inputs/formats.ts'
import type { Input } from '../inputs/input.ts'

/**
 * A child costs about as much as auditing this much text, so less is done where we are. There no time limit holds and Ctrl-C
 * waits for the file at hand; on so little text neither is felt.
 */
const smallBatchBytes = 512 * 1024
const smallBatchFiles = 32
const filesForOneMore = 16

/** 0 = no child: few, small and plain texts are audited in this process. Any other format is read in a child, whose memory is watched. */
export function childrenFor(inputs: readonly Input[], wanted: number | null, cores: number): number {
  const files = inputs.filter((input) => input.kind !== 'unread')
  if (wanted !== null && wanted > 1) return Math.min(wanted, files.length)
  const bytes = files.reduce((sum, input) => sum + bytesOf(input), 0)
  if (files.length <= smallBatchFiles && bytes <= smallBatchBytes && files.every(isText)) return 0
  return wanted ?? Math.max(1, Math.min(cores, Math.ceil(files.length / filesForOneMore)))
}

/** For each child, in MB: what the machine has, shared, within reason. */
export function memoryFor(children: number, memoryBytes: number): number {
  const share = Math.floor(memoryBytes / 1024 / 1024 / (children + 1))
  return Math.min(2048, Math.max(512, share))
}

function isText(input: Input): boolean {
  return input.kind === 'file' ? isPlainText(input.path) : input.kind === 'content' && looksPlain(input.content)
}

/** No markup and no bytes that a text has not. */
function looksPlain(content: Uint8Array): boolean {
  const head = content.subarray(0, 4096)
  return !head.includes(0) && !/^(%PDF|PK|[{<])/.test(new TextDecoder('latin1').decode(head.subarray(0, 8)).trimStart())
}

function bytesOf(input: Input): number {
  if (input.kind === 'unread') return 0
  return input.kind === 'file' ? input.bytes : input.content.byteLength
}
