import { z } from 'zod'

/** A sign-in under way lasts this long, in milliseconds. */
export const signInLifetime = 10 * 60_000

/** What must come back unchanged from the provider, and where to go then. Hashes are SHA-256. */
export type SignInTransaction = {
  readonly stateHash: string
  readonly browserHash: string
  readonly nonce: string
  readonly codeVerifier: string
  readonly returnTo: string
}

const rowSchema = z.object({ nonce: z.string(), code_verifier: z.string(), return_to: z.string() })

/** Remembers a sign-in that begins now, and forgets those that were never finished. */
export async function rememberSignIn(
  db: D1Database,
  transaction: SignInTransaction,
  now: number,
): Promise<void> {
  await db.batch([
    db.prepare('DELETE FROM sign_in WHERE expires_at <= ?').bind(now),
    db
      .prepare(
        `INSERT INTO sign_in (state_hash, browser_hash, nonce, code_verifier, return_to, expires_at)
         VALUES (?, ?, ?, ?, ?, ?)`,
      )
      .bind(
        transaction.stateHash,
        transaction.browserHash,
        transaction.nonce,
        transaction.codeVerifier,
        transaction.returnTo,
        now + signInLifetime,
      ),
  ])
}

/**
 * Takes a sign-in out: a second call for the same state finds nothing, whatever became of the first.
 *
 * @returns undefined when the state is unknown, used, too old, or was given to another browser.
 */
export async function takeSignIn(
  db: D1Database,
  key: { readonly stateHash: string; readonly browserHash: string; readonly now: number },
): Promise<Pick<SignInTransaction, 'nonce' | 'codeVerifier' | 'returnTo'> | undefined> {
  const row = await db
    .prepare(
      `DELETE FROM sign_in WHERE state_hash = ? AND browser_hash = ? AND expires_at > ?
       RETURNING nonce, code_verifier, return_to`,
    )
    .bind(key.stateHash, key.browserHash, key.now)
    .first()
  if (row === null) return undefined
  const taken = rowSchema.parse(row)
  return { nonce: taken.nonce, codeVerifier: taken.code_verifier, returnTo: taken.return_to }
}
