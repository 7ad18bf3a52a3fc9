import { env } from 'cloudflare:workers'
import { inject } from 'vitest'
import { canonicalExamVersion, type ExamVersion, type Release, type Window } from '../../core/index.ts'
import { handle } from '../app.ts'
import { type Edge, systemRandomness } from '../context.ts'
import { readSettings, type Settings } from '../env.ts'
import { sha256 } from '../http/digest.ts'
import { signInMember } from '../records/members.ts'
import type { Profile } from '../sign-in/claims.ts'
import './provided.ts'

export const origin = 'http://localhost:8787'
export const releaseToken = 'release-token-of-the-tests-0123456789'

const { privateKey } = (await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
  'sign',
  'verify',
])) as CryptoKeyPair
const receiptJwk = { ...(await crypto.subtle.exportKey('jwk', privateKey)), kid: 'test', alg: 'ES256' }

/** The environment of a Worker that signs members in with one of the test's providers. */
export function environment(
  overrides: Readonly<Record<string, unknown>> = {},
): Parameters<typeof readSettings>[0] {
  const { issuer, clientSecret } = inject('providers')
  return {
    DB: env.DB,
    ASSETS: env.ASSETS,
    MEDIA: env.MEDIA,
    ENVIRONMENT: 'test',
    SITE_ORIGIN: origin,
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: 'pack',
    OIDC_CLIENT_SECRET: clientSecret,
    OIDC_ALLOW_HTTP: 'true',
    CLAIMS: JSON.stringify({
      scope: 'openid profile cet',
      name: 'name',
      gocNumber: 'goc_number',
      entitlements: [
        { entitlement: 'aop-member', claim: 'membership', values: ['aop-member'] },
        { entitlement: 'ot-subscriber', claim: 'membership', values: ['ot-subscriber'] },
      ],
      registrantTypes: { claim: 'registrant_types', values: { optometrist: 'optometrist' } },
    }),
    RECEIPT_KEY: JSON.stringify(receiptJwk),
    RELEASE_TOKEN: releaseToken,
    ...overrides,
  }
}

/** Settings of {@link environment}. */
export function settingsWith(overrides: Readonly<Record<string, unknown>> = {}): Settings {
  const read = readSettings(environment(overrides))
  if ('faults' in read) throw new Error(read.faults.join('; '))
  return read.settings
}

/** The site as one test sees it: its own clock, and a database that can be made to fail. */
export type SiteUnderTest = {
  /** Milliseconds of the Unix epoch; set it to move the server's clock. */
  now: number
  readonly edge: Edge
  /** Sends a request as a browser would that looks at this site; a path or a whole address. */
  fetch(to: string, init?: RequestInit): Promise<Response>
  /** Makes a member and signs them in, without the provider; returns a `Cookie` header. */
  signIn(profile?: Partial<Profile>): Promise<{ id: string; cookie: string }>
  /** Tells the Worker of exams; the versions are named by a plain hash, as the Worker cannot tell. */
  release(exams: readonly { version: ExamVersion; window?: Window }[]): Promise<Map<string, string>>
}

/** Noon of a day on which the sample window is open. */
export const openNoon = Date.parse('2021-10-04T12:00:00Z')
export const sampleWindow: Window = {
  opensOn: '2021-09-01',
  closesOn: '2021-12-28',
  timeZone: 'Europe/London',
}

/** Opens the site for a test. */
export function openSite(
  options: { settings?: Settings; db?: D1Database; media?: R2Bucket | null } = {},
): SiteUnderTest {
  const site: SiteUnderTest = {
    now: openNoon,
    edge: {
      settings: options.settings ?? settingsWith(),
      db: options.db ?? env.DB,
      assets: env.ASSETS,
      media: options.media === null ? undefined : (options.media ?? env.MEDIA),
      now: () => site.now,
      random: systemRandomness,
    },
    fetch: (to, init) => handle(new Request(new URL(to, origin), { redirect: 'manual', ...init }), site.edge),
    async signIn(profile = {}) {
      const token = systemRandomness.token()
      const id = crypto.randomUUID()
      await signInMember(env.DB, {
        identity: { issuer: 'https://issuer.test', subject: id },
        profile: {
          name: 'Olive Sample',
          gocNumber: '01-00000-SAMPLE',
          entitlement: 'aop-member',
          registrantTypes: ['optometrist'],
          ...profile,
        },
        id,
        tokenHash: await sha256(token),
        now: site.now,
      })
      return { id, cookie: `__Host-session=${token}` }
    },
    async release(exams) {
      const names = new Map<string, string>()
      const release: Release = { versions: [], exams: [] }
      for (const { version, window = sampleWindow } of exams) {
        const body = canonicalExamVersion(version)
        const name = await sha256(body)
        names.set(version.exam, name)
        release.versions.push({ name, body })
        release.exams.push({ exam: version.exam, version: name, window })
      }
      const answer = await site.fetch('/api/release', {
        method: 'PUT',
        headers: { authorization: `Bearer ${releaseToken}`, 'content-type': 'application/json' },
        body: JSON.stringify(release),
      })
      if (!answer.ok) throw new Error(await answer.text())
      return names
    },
  }
  return site
}

/** Everything that an attempt to sneak something in could have left behind, by table. */
export async function rowCounts(): Promise<Record<string, number>> {
  const tables = ['attempt', 'award', 'audit_event', 'exam_version', 'exam', 'member', 'session', 'sign_in']
  const counts = await env.DB.batch<{ n: number }>(
    tables.map((table) => env.DB.prepare(`SELECT count(*) AS n FROM ${table}`)),
  )
  return Object.fromEntries(tables.map((table, index) => [table, counts[index]?.results[0]?.n ?? -1]))
}
