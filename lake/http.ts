import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Caller } from './access.ts'
import { isObject, type JsonObject } from './documents.ts'
import { ApiError, dataError, httpError } from './errors.ts'

/** A request on its way to an endpoint. */
export interface Call {
  request: IncomingMessage
  response: ServerResponse
  method: string
  /** Path without the `/vX` in front, each segment decoded. */
  segments: string[]
  /** `1`, `X` or a date: what follows `/v`; `1` when the path has none. */
  apiVersion: string
  query: URLSearchParams
  caller: Caller
}

/** Largest JSON body, in bytes. */
export const MAX_JSON_BYTES = 16 * 1024 * 1024

/** Answers with JSON. */
export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  // Encoded once: a string would be measured first, and encoded again when it is sent.
  const bytes = Buffer.from(JSON.stringify(body))
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': bytes.byteLength,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.end(bytes)
}

/** Answers with an error in its own shape; anything unforeseen becomes a 500 that tells nothing but that. */
export function sendError(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  if (error instanceof ApiError) {
    sendJson(response, error.status, error.body)
    return
  }
  process.stderr.write(`lake: ${error instanceof Error ? error.stack : String(error)}\n`)
  sendJson(response, 500, httpError(500, 'The lake failed; its log says why').body)
}

/**
 * Reads a body as a JSON object.
 * @throws ApiError 400 when it is none, 413 when it is too large
 */
export async function readJson(request: IncomingMessage): Promise<JsonObject> {
  const value = await readJsonValue(request)
  if (!isObject(value)) throw dataError(400, 'validationError', 'The request body must be a JSON object')
  return value
}

/** Reads a body as JSON of any kind; errors as for `readJson`. */
export async function readJsonValue(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > MAX_JSON_BYTES) {
      throw dataError(413, 'requestTooLarge', `The request body is larger than ${MAX_JSON_BYTES} bytes`)
    }
    chunks.push(bytes)
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)))
  } catch {
    throw dataError(400, 'malformedRequest', 'The request body is not valid JSON')
  }
}

/** A flag of the query string: `true` and `1` mean yes. */
export function flag(query: URLSearchParams, name: string): boolean {
  const value = query.get(name)
  return value === 'true' || value === '1'
}

/** Reads `$name=<JSON>` parameters of a query string, without the dollar. */
export function queryParams(query: URLSearchParams): JsonObject {
  const params: JsonObject = {}
  for (const [key, value] of query) {
    if (!key.startsWith('$')) continue
    try {
      params[key.slice(1)] = JSON.parse(value)
    } catch {
      throw dataError(400, 'validationError', `The parameter ${key} is not valid JSON`)
    }
  }
  return params
}
