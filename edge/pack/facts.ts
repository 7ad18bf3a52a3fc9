import { type PackFacts, packFactsSchema } from '../../core/index.ts'
import type { Edge } from '../context.ts'
import { RequestError } from '../http/problem.ts'

let kept: { readonly etag: string; readonly facts: PackFacts } | undefined

/**
 * The facts of the pack whose pages are served at this moment. They are parsed once for each build of the site.
 *
 * @throws RequestError request/not-found before the site has been built for the first time.
 */
export async function packFacts({ assets, settings }: Edge): Promise<PackFacts> {
  const file = await assets.fetch(new URL('/pack.json', settings.SITE_ORIGIN))
  if (!file.ok) throw new RequestError('request/not-found', 'The pack has not been built yet.')
  const etag = file.headers.get('etag')
  if (etag !== null && kept?.etag === etag) {
    await file.body?.cancel()
    return kept.facts
  }
  const facts = packFactsSchema.parse(await file.json())
  if (etag !== null) kept = { etag, facts }
  return facts
}

/** What each file server told; its files are those of one build for as long as an isolate lives. */
const told = new WeakMap<Fetcher, PackFacts | 'not built'>()

/**
 * The facts of the pack for whoever can do without: undefined when there are none to be had. It never throws, and asks
 * the file server once an isolate.
 */
export async function packFactsIfAny({ assets, settings }: Edge): Promise<PackFacts | undefined> {
  try {
    const known = told.get(assets) ?? (await askedOnce(assets, settings.SITE_ORIGIN))
    return known === 'not built' ? undefined : known
  } catch {
    return undefined
  }
}

async function askedOnce(assets: Fetcher, origin: string): Promise<PackFacts | 'not built'> {
  const file = await assets.fetch(new URL('/pack.json', origin))
  const answer = file.ok ? packFactsSchema.parse(await file.json()) : 'not built'
  if (file.ok || file.status === 404) told.set(assets, answer)
  return answer
}
