/** Sending with its progress, which `fetch` does not tell. For files. */
import type { ClientOptions } from '@jiheng/contract'

/** @param onSent told the share that has left, 0 to 1 */
export function sendWithProgress(onSent: (share: number) => void): ClientOptions['send'] {
  return (address, { method = 'GET', headers = {}, body, signal }) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest()
      request.open(method, address)
      for (const [name, value] of Object.entries(headers as Readonly<Record<string, string>>)) request.setRequestHeader(name, value)
      request.upload.addEventListener('progress', ({ loaded, total }) => total > 0 && onSent(loaded / total))
      request.addEventListener('load', () => resolve(answerOf(request)))
      request.addEventListener('error', () => reject(new TypeError('no answer')))
      request.addEventListener('abort', () => reject(new DOMException('stopped', 'AbortError')))
      signal?.addEventListener('abort', () => request.abort(), { once: true })
      request.send((body ?? null) as XMLHttpRequestBodyInit | null)
    })
}

function answerOf(request: XMLHttpRequest): Response {
  const { status, responseText } = request
  const type = request.getResponseHeader('content-type')
  const hasBody = status !== 204 && status !== 304
  return new Response(hasBody ? responseText : null, { status, headers: type === null ? {} : { 'content-type': type } })
}
