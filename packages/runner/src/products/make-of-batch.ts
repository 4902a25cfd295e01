/** Makes a document about many files, in a child: the list of a county takes seconds, and nobody else should wait for them. */
import { createReadStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import type { Counted, IssueRow } from '@jiheng/report'
import type { BatchDocument, BatchOrder } from './batch-order.ts'
import type { Outputs } from './outputs.ts'

export async function makeOfBatch({ document, linesPath, path }: BatchOrder, outputs: Outputs): Promise<void> {
  await writeFile(path, await contentOf(document, linesPath, outputs))
}

async function contentOf(document: BatchDocument, lines: string, outputs: Outputs): Promise<Uint8Array | string> {
  switch (document.kind) {
    case 'list': {
      const { title, asOf } = document
      return outputs.issueList(valuesIn<IssueRow>(lines), title === null ? { asOf } : { title, asOf })
    }
    case 'csv': {
      const rows: IssueRow[] = []
      for await (const row of valuesIn<IssueRow>(lines)) rows.push(row)
      return outputs.issueCsv(rows)
    }
    case 'circular': {
      const { crossFile, year, asOf, from } = document
      const counter = new outputs.BatchCounter()
      for await (const counted of valuesIn<Counted>(lines)) counter.take(counted)
      return outputs.circularDraft(counter.finish(crossFile), { year, asOf, from })
    }
  }
}

/** Split by line feeds alone: what people wrote may hold any other end of a line. */
async function* valuesIn<Value>(path: string): AsyncGenerator<Value> {
  let rest = ''
  for await (const chunk of createReadStream(path, { encoding: 'utf8' }) as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield JSON.parse(line) as Value
  }
}
