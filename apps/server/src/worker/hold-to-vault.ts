/** Bytes that were in the vault before, unused, may be cleared away between the last of them and the row that names them. */
import type { Kept } from '@jiheng/store'
import type { Container } from '../container.ts'

/** In the transaction that names them, after that. Throws where one is gone: nothing is written then, and the job is done again. */
export async function holdToVault({ vault }: Pick<Container, 'vault'>, files: readonly Kept[]): Promise<void> {
  for (const { sha256 } of files) if (!(await vault.has(sha256))) throw new Error(`the file ${sha256} was cleared away meanwhile`)
}
