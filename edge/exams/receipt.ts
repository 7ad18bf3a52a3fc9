import { importJWK, type JWK, SignJWT } from 'jose'
import type { Result } from '../../core/index.ts'
import type { ReceiptKey, Settings } from '../env.ts'

const signingKeys = new WeakMap<ReceiptKey, ReturnType<typeof importJWK>>()

/** The signature algorithm that goes with a key. */
function algorithmOf(key: ReceiptKey): 'ES256' | 'Ed25519' {
  return key.kty === 'EC' ? 'ES256' : 'Ed25519'
}

/**
 * Signs what a member is told of an attempt, so that they can prove it later.
 *
 * @returns a compact JWS whose payload is the result with `iss` (this site's origin) and `sub` (the member's pseudonym).
 */
export async function signReceipt(settings: Settings, member: string, result: Result): Promise<string> {
  const jwk = settings.RECEIPT_KEY
  const alg = algorithmOf(jwk)
  const key = signingKeys.get(jwk) ?? importJWK(jwk, alg)
  signingKeys.set(jwk, key)
  return new SignJWT({ ...result })
    .setProtectedHeader({ alg, kid: jwk.kid, typ: 'receipt+jwt' })
    .setIssuer(settings.SITE_ORIGIN)
    .setSubject(member)
    .sign(await key)
}

/** The public half of the receipt key as a JWK set: named fields only, so that no private part can slip out. */
export function receiptKeys(settings: Settings): { keys: JWK[] } {
  const jwk = settings.RECEIPT_KEY
  const common = { use: 'sig', alg: algorithmOf(jwk), kid: jwk.kid }
  return {
    keys: [
      jwk.kty === 'EC'
        ? { kty: jwk.kty, crv: jwk.crv, x: jwk.x, y: jwk.y, ...common }
        : { kty: jwk.kty, crv: jwk.crv, x: jwk.x, ...common },
    ],
  }
}
