import { createHash, timingSafeEqual } from 'node:crypto'
import { httpError } from './errors.ts'

/** An `editor` reads and writes everything; a `viewer` reads everything, drafts too. */
export type Role = 'editor' | 'viewer'

/** Somebody who may use the lake, and the token that shows it. */
export interface TokenHolder {
  token: string
  userId: string
  name: string
  email: string
  role: Role
}

/** Who sends a request. Anonymous requests read no document: the dataset is private. */
export type Caller = { kind: 'anonymous' } | { kind: 'user'; user: Omit<TokenHolder, 'token'> }

function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** Recognises tokens. Digests are compared, each in constant time, so that timing tells nothing about a token. */
export class Access {
  readonly #holders: { digest: Buffer; user: Omit<TokenHolder, 'token'> }[]

  constructor(tokens: readonly TokenHolder[]) {
    this.#holders = tokens.map(({ token, ...user }) => ({ digest: digest(token), user }))
  }

  get users(): Omit<TokenHolder, 'token'>[] {
    return this.#holders.map(({ user }) => user)
  }

  /**
   * Reads an `Authorization` header.
   * @throws ApiError 401 when there is one that names nobody
   */
  identify(authorization: string | undefined): Caller {
    if (!authorization) return { kind: 'anonymous' }
    const token = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1] ?? ''
    const given = digest(token)
    let found: Caller | undefined
    for (const holder of this.#holders) {
      if (timingSafeEqual(holder.digest, given)) found = { kind: 'user', user: holder.user }
    }
    // The code that Studio takes for "sign in again".
    if (!found) throw httpError(401, 'Unauthorized - Session not found', { errorCode: 'SIO-401-ANF' })
    return found
  }
}

/** The ID under which a caller's changes are logged. */
export function identityOf(caller: Caller): string {
  return caller.kind === 'user' ? caller.user.userId : '<anonymous>'
}

/**
 * Lets editors pass.
 * @throws ApiError 401 for nobody, 403 for a viewer
 */
export function requireEditor(caller: Caller, permission = 'update'): void {
  if (caller.kind === 'anonymous') throw httpError(401, 'Unauthorized - this needs a token')
  if (caller.user.role !== 'editor') {
    throw httpError(403, `Insufficient permissions; permission "${permission}" required`)
  }
}

/**
 * Lets everybody with a token pass.
 * @throws ApiError 401 for nobody
 */
export function requireUser(caller: Caller): Omit<TokenHolder, 'token'> {
  if (caller.kind === 'anonymous') throw httpError(401, 'Unauthorized - this needs a token')
  return caller.user
}
