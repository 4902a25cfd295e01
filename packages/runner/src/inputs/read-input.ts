/** The bytes behind an input, or why there are none. */
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'
import type { Problem } from '@jiheng/vocabulary'
import { problemOf } from './errors.ts'
import { type Input, maxFileBytes } from './input.ts'

export type Read = { readonly bytes: Uint8Array } | { readonly problem: Problem }

export function readInput(input: Input): Read {
  if (input.kind === 'unread') return { problem: input.problem }
  const read = input.kind === 'content' ? { bytes: input.content } : readFile(input.path, input.name)
  if ('problem' in read || read.bytes.byteLength > 0) return read
  return { problem: { code: 'file.empty', at: [input.name], details: {} } }
}

function readFile(path: string, name: string): Read {
  try {
    const file = openSync(path, 'r')
    try {
      const { size } = fstatSync(file)
      if (size > maxFileBytes) return { problem: { code: 'file.too-large', at: [name], details: { bytes: size, limit: maxFileBytes } } }
      return { bytes: readFileSync(file) }
    } finally {
      closeSync(file)
    }
  } catch (error) {
    return { problem: problemOf(error, name) }
  }
}
