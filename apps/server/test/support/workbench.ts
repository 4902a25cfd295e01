/** What every test of the workbench does first: a batch, a file in it, and waiting for what comes of it. */
import type { Client, DocumentItem, Finding } from '@jiheng/contract'

export interface Bench {
  readonly client: Client
  readonly batch: string
}

export async function newBatch(
  client: Client,
  organisation: string,
  purpose: 'review' | 'self-check' = 'review',
  year = 2024,
): Promise<Bench> {
  const { id } = await client.call('batches.create', { body: { title: '一批', purpose, organisation, year, scheme: null } })
  return { client, batch: id }
}

export async function send({ client, batch }: Bench, name: string, bytes: Uint8Array): Promise<string> {
  const { document } = await client.call('batches.receive', { params: { batch }, query: { name }, body: bytes })
  return document ?? ''
}

/** When nothing of the batch is left to do. */
export async function whenDone({ client, batch }: Bench, seconds = 30): Promise<readonly DocumentItem[]> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await soon()) {
    const { state } = await client.call('batches.get', { params: { batch } })
    if (state === 'running') continue
    return (await client.call('documents.list', { query: { batch, limit: 500 } })).items
  }
  throw new Error('the batch did not come to its end')
}

export const soon = (ms = 150) => new Promise((resolve) => setTimeout(resolve, ms))

export const findingsIn = async (client: Client, document: string): Promise<Finding[]> =>
  (await client.call('documents.findings', { params: { document } })).items

/** The code of the problem that it is refused with. */
export async function refusalOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise
    return 'done'
  } catch (error) {
    return (error as { readonly problem?: { readonly code: string } }).problem?.code ?? String(error)
  }
}
