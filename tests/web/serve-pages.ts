/** Serves what was built, as the server does: under its content policy, any other address answered with the first page. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ')

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

export interface Served {
  readonly address: string
  readonly stop: () => Promise<void>
}

/** @param first the page for every address that is no file */
export async function servePages(folder: string, first = 'index.html'): Promise<Served> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const name = extname(pathname) === '' ? first : normalize(pathname)
    const type = types[extname(name)]
    if (type === undefined) return void response.writeHead(404).end()
    try {
      const bytes = readFileSync(join(folder, `${name}.gz`), { flag: 'r' })
      response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip', 'content-security-policy': contentPolicy }).end(bytes)
    } catch {
      // Too small to have been compressed.
      response.writeHead(200, { 'content-type': type, 'content-security-policy': contentPolicy }).end(readFileSync(join(folder, name)))
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}`, stop: () => new Promise((resolve) => server.close(() => resolve())) }
}
