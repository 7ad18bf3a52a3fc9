import { z } from 'zod'
import type { Edge } from '../context.ts'

const policySchema = z.object({
  script: z.array(z.string()),
  style: z.array(z.string()),
  /** Paths of pages whose script may feed the player, for a stream that the browser cannot play by itself. */
  fedMedia: z.array(z.string()).default([]),
})

/** What the site build says of its pages: hashes of inline scripts and styles (bare or in quotes), and exceptions. */
type BuildPolicy = z.infer<typeof policySchema>

let buildPolicy: BuildPolicy | undefined

/** Reads `csp.json` once an isolate; without it no inline script or style runs at all. */
async function buildPolicyOf(edge: Edge): Promise<BuildPolicy> {
  if (buildPolicy !== undefined) return buildPolicy
  const file = await edge.assets.fetch(new URL('/csp.json', edge.settings.SITE_ORIGIN))
  if (!file.ok) return { script: [], style: [], fedMedia: [] }
  buildPolicy = policySchema.parse(await file.json())
  return buildPolicy
}

/** The content security policy of a page: this site alone, and inline code by its hash. */
async function pagePolicy(edge: Edge, path: string): Promise<string> {
  const { script, style, fedMedia } = await buildPolicyOf(edge)
  const sources = (hashes: readonly string[]) =>
    ["'self'", ...hashes.map((hash) => `'${hash.replaceAll("'", '')}'`)].join(' ')
  return [
    "default-src 'none'",
    `script-src ${sources(script)}`,
    `style-src ${sources(style)}`,
    "img-src 'self' data:",
    "font-src 'self'",
    fedMedia.includes(path) ? "media-src 'self' blob:" : "media-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

const always: Readonly<Record<string, string>> = {
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  // Not `no-referrer`: with it browsers send `Origin: null` with our own forms.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=(), fullscreen=(self)',
}

/**
 * Puts the security headers on a response of any class. A response that says nothing about caching is kept by nobody.
 *
 * @param path of the request: a page with a stream has an exception of its own.
 * @returns a response with the same body and status.
 */
export async function withSecurityHeaders(
  edge: Edge | undefined,
  response: Response,
  path: string,
): Promise<Response> {
  const secured = new Response(response.body, response)
  for (const [name, value] of Object.entries(always)) secured.headers.set(name, value)
  // What the service worker fetches goes by its own policy, not by that of a page.
  const isPage = secured.headers.get('content-type')?.startsWith('text/html') ?? false
  secured.headers.set(
    'content-security-policy',
    isPage && edge !== undefined
      ? await pagePolicy(edge, response.status === 200 ? path : '')
      : `default-src 'none'; ${path === '/service-worker.js' ? "connect-src 'self'; " : ''}base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  )
  if (!secured.headers.has('cache-control')) secured.headers.set('cache-control', 'private, no-store')
  return secured
}
