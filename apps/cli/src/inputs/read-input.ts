/** The bytes behind an input, or why there are none. */
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'
import type { Problem } from '@jiheng/vocabulary'
import { problemOf } from './errors.ts'
import { extensionOf, formatByContent, isLaterFormat } from './formats.ts'
import { type Input, maxFileBytes } from './input.ts'

export type Read = { readonly bytes: Uint8Array } | { readonly problem: Problem }

export function readInput(input: Input): Read {
  if (input.kind === 'unread') return { problem: input.problem }
  if (input.kind === 'file' && isLaterFormat(input.path)) return unsupported(input.name, extensionOf(input.path).slice(1))
  const read = input.kind === 'content' ? { bytes: input.content } : readFile(input.path, input.name)
  return 'problem' in read ? read : looked(read.bytes, input.name)
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

function looked(bytes: Uint8Array, name: string): Read {
  if (bytes.byteLength === 0) return { problem: { code: 'file.empty', at: [name], details: {} } }
  const format = formatByContent(bytes)
  return format === null ? { bytes } : unsupported(name, format)
}

function unsupported(name: string, format: string): Read {
  return { problem: { code: 'file.unsupported-format', at: [name], details: { format } } }
}
