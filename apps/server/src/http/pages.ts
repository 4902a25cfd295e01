/** What the browser loads: the built pages of apps/web. Every address that is no file and not of the API is the one page. */
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { pageHeaders } from './security-headers.ts'

/** `folder`: what the build of apps/web left. Files with a digest in their name never change. */
export const servePages = (folder: string) => async (app: FastifyInstance) => {
  await app.register(fastifyStatic, {
    root: folder,
    index: 'index.html',
    preCompressed: true,
    cacheControl: false,
    setHeaders: (response, path) => {
      for (const [name, value] of Object.entries(pageHeaders)) response.setHeader(name, value)
      if (/[\\/]assets[\\/]/.test(path)) response.setHeader('cache-control', 'public, max-age=31536000, immutable')
    },
  })
}

export const isPage = ({ method, url }: FastifyRequest): boolean =>
  (method === 'GET' || method === 'HEAD') && !/^\/(?:api|assets)\//.test(url)

export const sendPage = (reply: FastifyReply): FastifyReply => reply.code(200).sendFile('index.html')
