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
