import type { IncomingMessage, ServerResponse } from 'node:http'
import { httpError } from './errors.ts'

/**
 * The names under which the lake answers. Any other name in the `Host` header means that a foreign site has pointed
 * its own name at this machine (DNS rebinding). Numbered names (`s0.localhost`, …) let a browser open more than six connections.
 */
export function hostRule(projectId: string): (host: string | undefined) => boolean {
  const project = projectId.replaceAll(/[^a-z0-9-]/gi, '')
  const name = new RegExp(
    `^(?:localhost|127\\.0\\.0\\.1|\\[::1\\]|(?:${project}\\.)?(?:s\\d{1,3}\\.)?localhost)$`,
    'i',
  )
  return (host) => host !== undefined && name.test(host.replace(/:\d{1,5}$/, ''))
}

/** @throws ApiError 421 when the `Host` header is not one of the lake's own names */
export function checkHost(request: IncomingMessage, isOwn: (host: string | undefined) => boolean): void {
  if (!isOwn(request.headers.host)) throw httpError(421, 'The lake answers on localhost only')
}

/**
 * Sets the CORS headers for a page of an allowed origin, with credentials as Studio needs. Pages of other origins
 * get none, so that browsers keep the answers from them. True when the request was a preflight and is answered.
 */
export function answerCors(
  request: IncomingMessage,
  response: ServerResponse,
  origins: ReadonlySet<string>,
): boolean {
  const { origin } = request.headers
  response.setHeader('vary', 'origin')
  const allowed = origin !== undefined && origins.has(origin)
  if (allowed) {
    response.setHeader('access-control-allow-origin', origin)
    response.setHeader('access-control-allow-credentials', 'true')
    response.setHeader('access-control-expose-headers', 'content-type, content-length, etag, x-sanity-shard')
  }
  if (request.method !== 'OPTIONS') return false
  if (allowed) {
    response.setHeader('access-control-allow-methods', 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS')
    const asked = request.headers['access-control-request-headers']
    if (asked !== undefined) response.setHeader('access-control-allow-headers', asked)
    response.setHeader('access-control-max-age', '86400')
  }
  response.writeHead(204)
  response.end()
  return true
}
