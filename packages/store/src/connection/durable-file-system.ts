/**
 * PGlite keeps its files in a folder but never asks the system to write them to disk: its file system has no fsync, and it starts PostgreSQL with fsync off
 * (electric-sql/pglite#1107). Here both are put right. The place of NODEFS is internal and has moved before, so the version is pinned and every opening checks
 * that a commit reaches the disk.
 */
import { closeSync, fdatasyncSync, fsyncSync, openSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

/** 16 MB are enough for one connection and save over a hundred of resident memory. */
export const durableStart: readonly string[] = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  ...['-c', 'wal_sync_method=fsync', '-c', 'shared_buffers=16MB'],
]

interface Stream {
  readonly nfd?: number
  readonly node: unknown
}

interface NodeFiles {
  stream_ops: { fsync?: (stream: Stream) => number }
  realPath: (node: unknown) => string
}

type Init = InstanceType<typeof NodeFS>['init']

export class DurableFileSystem extends NodeFS {
  /** How often something was written to disk. */
  syncs = 0

  override async init(...[pglite, options]: Parameters<Init>): ReturnType<Init> {
    const { emscriptenOpts } = await super.init(pglite, options)
    const hook: NonNullable<typeof emscriptenOpts.preRun>[number] = (module) => {
      const files = module.NODEFS as unknown as NodeFiles
      files.stream_ops.fsync = (stream) => this.#sync(files, stream)
    }
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), hook] } }
  }

  /** A failure is thrown through PostgreSQL, whose own answer to a failed fsync is to stop as well. */
  #sync(files: NodeFiles, stream: Stream): number {
    this.syncs++
    if (stream.nfd === undefined) syncFolder(files.realPath(stream.node))
    else fdatasyncSync(stream.nfd)
    return 0
  }
}

function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
