import { z } from 'zod'
import type { Edge } from '../context.ts'

const policySchema = z.object({ script: z.array(z.string()), style: z.array(z.string()) })

/** Hashes of the inline scripts and styles that the site build made. A bare digest or one in quotes is the same. */
type InlineHashes = z.infer<typeof policySchema>

let inlineHashes: InlineHashes | undefined

/** Reads `csp.json` once an isolate; without it no inline script or style runs at all. */
async function inlineHashesOf(edge: Edge): Promise<InlineHashes> {
  if (inlineHashes !== undefined) return inlineHashes
  const file = await edge.assets.fetch(new URL('/csp.json', edge.settings.SITE_ORIGIN))
  if (!file.ok) return { script: [], style: [] }
  inlineHashes = policySchema.parse(await file.json())
  return inlineHashes
}

/** The content security policy of a page: this site alone, and inline code by its hash. */
async function pagePolicy(edge: Edge): Promise<string> {
  const { script, style } = await inlineHashesOf(edge)
  const sources = (hashes: readonly string[]) =>
    ["'self'", ...hashes.map((hash) => `'${hash.replaceAll("'", '')}'`)].join(' ')
  return [
    "default-src 'none'",
    `script-src ${sources(script)}`,
    `style-src ${sources(style)}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
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
 * @returns a response with the same body and status.
 */
export async function withSecurityHeaders(edge: Edge | undefined, response: Response): Promise<Response> {
  const secured = new Response(response.body, response)
  for (const [name, value] of Object.entries(always)) secured.headers.set(name, value)
  const isPage = secured.headers.get('content-type')?.startsWith('text/html') ?? false
  secured.headers.set(
    'content-security-policy',
    isPage && edge !== undefined
      ? await pagePolicy(edge)
      : "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  )
  if (!secured.headers.has('cache-control')) secured.headers.set('cache-control', 'private, no-store')
  return secured
}
