import type { JsonObject } from './documents.ts'

/** Codes of the errors that stop the lake from starting. They never change their meaning. */
export type LakeErrorCode =
  | 'LAKE_PORT_TAKEN'
  | 'LAKE_PORT_REFUSED'
  | 'LAKE_DATA_UNREADABLE'
  | 'LAKE_DATA_IN_USE'
  | 'LAKE_OPTION_INVALID'

/** An error of starting the lake: a permanent code, what happened and why, and what to do about it. */
export class LakeError extends Error {
  readonly code: LakeErrorCode
  readonly remedy: string

  constructor(code: LakeErrorCode, what: string, remedy: string, cause?: unknown) {
    super(what, { cause })
    this.name = 'LakeError'
    this.code = code
    this.remedy = remedy
  }
}

/** An answer with an error status, in one of the shapes that @sanity/client parses (its `http/errors`). */
export class ApiError extends Error {
  readonly status: number
  readonly body: JsonObject

  constructor(status: number, body: JsonObject, message: string) {
    super(message)
    this.name = 'ApiError'
    this.status = status
    this.body = body
  }
}

const REASONS: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Payload Too Large',
  415: 'Unsupported Media Type',
  421: 'Misdirected Request',
  500: 'Internal Server Error',
}

/** The shape of everything outside the data API: `{statusCode, error, message}`. */
export function httpError(status: number, message: string, extra: JsonObject = {}): ApiError {
  const error = REASONS[status] ?? 'Error'
  return new ApiError(status, { statusCode: status, error, message, ...extra }, message)
}

/** The shape of the data API: `{error: {description, type, …}}`. */
export function dataError(status: number, type: string, description: string, extra: JsonObject = {}) {
  return new ApiError(status, { error: { description, type, ...extra } }, description)
}

/** A query that does not parse, with the 0-based offsets that the client turns into a code frame. */
export function queryParseError(query: string, start: number, description: string): ApiError {
  const end = Math.min(query.length, start + 1)
  return dataError(400, 'queryParseError', description, { query, start, end })
}

/** One thing that is wrong with a mutation or an action; the endpoint wraps it into its own shape. */
export class ChangeRefused extends Error {
  readonly status: number
  readonly type: string
  readonly details: JsonObject

  constructor(status: number, type: string, description: string, details: JsonObject = {}) {
    super(description)
    this.name = 'ChangeRefused'
    this.status = status
    this.type = type
    this.details = details
  }
}

/**
 * Wraps a refused change: the mutation endpoint says `mutationError`, the action endpoint `actionError`; both list
 * the culprit by its 0-based index in the request.
 */
export function changeError(kind: 'mutationError' | 'actionError', refused: ChangeRefused, index: number) {
  const noun = kind === 'mutationError' ? 'mutation(s)' : 'action(s)'
  return dataError(refused.status, kind, `The ${noun} failed: ${refused.message}`, {
    items: [{ error: { type: refused.type, description: refused.message, ...refused.details }, index }],
  })
}
