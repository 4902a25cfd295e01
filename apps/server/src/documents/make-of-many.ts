/** Documents about many findings, written in a child: those of a county take seconds, in which this process answers everybody else. */
import { createReadStream } from 'node:fs'
import { readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { Refusal } from '@jiheng/contract'
import { type AuditPool, type BatchDocument, writeLines } from '@jiheng/runner'
import type { Container } from '../container.ts'

interface Made {
  readonly folder: string
  readonly path: string
}

export interface PassingFile {
  readonly bytes: number
  /** At most once: with its end the file is gone. */
  readonly content: () => Readable
}

/** Whoever asked may have lost the right to it meanwhile: then nobody reads it. */
const unreadMs = 60_000

/** On disk until it was read. `lines`: see BatchDocument. Throws output.not-made; rejects with AuditStopped when it is stopped. */
export async function makeOfMany(
  container: Container,
  pool: AuditPool,
  document: BatchDocument,
  lines: readonly unknown[],
  stop: AbortSignal,
): Promise<PassingFile> {
  const { folder, path } = await made(container, pool, document, lines, stop)
  const remove = () => rm(folder, { recursive: true, force: true }).catch(() => {})
  const { size } = await stat(path)
  const timer = setTimeout(remove, unreadMs).unref()
  const content = () => {
    clearTimeout(timer)
    return createReadStream(path).on('close', remove)
  }
  return { bytes: size, content }
}

/** In memory, to go into something larger. Throws as makeOfMany. */
export async function readOfMany(
  container: Container,
  pool: AuditPool,
  document: BatchDocument,
  lines: readonly unknown[],
  stop: AbortSignal,
): Promise<Uint8Array> {
  const { folder, path } = await made(container, pool, document, lines, stop)
  try {
    return await readFile(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function made(
  { children }: Container,
  pool: AuditPool,
  document: BatchDocument,
  lines: readonly unknown[],
  stop: AbortSignal,
): Promise<Made> {
  const folder = children.folders.make()
  const [linesPath, path] = [join(folder, 'lines'), join(folder, 'document')]
  try {
    await writeLines(linesPath, lines)
    const problem = await pool.makeOfBatch({ document, linesPath, path }, { stop })
    if (problem !== null) throw new Refusal('output.not-made', { details: { why: whyNot(problem.details.reason) } })
    return { folder, path }
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

const whyNot = (reason: unknown): string => (reason === 'bug' ? '程序内部出错' : '问题太多或系统太忙，没有在时限内做完')
