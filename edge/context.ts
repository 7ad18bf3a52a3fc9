import type { DeviceSession } from './access/offline.ts'
import type { Clock } from './clock.ts'
import type { Settings } from './env.ts'
import type { Standing } from './records/attempts.ts'
import type { SignedIn } from './records/sessions.ts'

/** Source of values that nobody can guess; passed in, so that a test can replay one. */
export type Randomness = {
  /** 256 bits as base64url. */
  token(): string
  /** A version 4 UUID. */
  uuid(): string
  /** That many random bytes. */
  bytes(count: number): Uint8Array
}

/** What one request is handled with. */
export type Edge = {
  readonly settings: Settings
  readonly db: D1Database
  readonly assets: Fetcher
  /** Media that is too large for the site’s own files; undefined in a deployment without a store. */
  readonly media: R2Bucket | undefined
  readonly now: Clock
  readonly random: Randomness
}

/**
 * Hono's type parameter for the whole application. `standing`: the member's with the exam that the request submits;
 * `sessionEnded`: the request's session has run out or never was; `deviceSession`: for copies that the member's device keeps;
 * `sentForm`: the form that the request held, once it has been read.
 */
export type App = {
  Bindings: { edge: Edge }
  Variables: {
    member: SignedIn | undefined
    standing: Standing | undefined
    sessionEnded: boolean
    deviceSession: DeviceSession | undefined
    sentForm: URLSearchParams | undefined
  }
}

/** The random numbers of the runtime. */
export const systemRandomness: Randomness = {
  token: () => base64url(crypto.getRandomValues(new Uint8Array(32))),
  uuid: () => crypto.randomUUID(),
  bytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
