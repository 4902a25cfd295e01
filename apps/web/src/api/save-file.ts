/** Saving what the server makes under the name that it gives. Through `fetch`, so that a refusal is told on the page and not saved as a file. */
import type { Call, RouteId } from '@jiheng/contract'
import { client } from './client.ts'

/** Throws what the client throws. */
export async function saveFile<Id extends RouteId>(id: Id, call: Call<Id>): Promise<void> {
  const response = await client.open(id, call)
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = nameIn(response.headers.get('content-disposition') ?? '')
  link.click()
  // The browser has taken the file over by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** '' lets the browser choose. */
export function nameIn(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1]
  if (encoded !== undefined) {
    try {
      return decodeURIComponent(encoded)
    } catch {
      // Written by something between; the plain name follows.
    }
  }
  return /filename="([^"]*)"/i.exec(disposition)?.[1] ?? ''
}
