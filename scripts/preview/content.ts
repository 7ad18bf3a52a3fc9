import type { ContentSourceMap, SanityClient } from '@sanity/client'
import type { ContentSourceMapParsedPath } from '@sanity/client/csm'
import { checkContent } from '../../site/content/door.ts'
import type { Fault } from '../../site/content/faults.ts'
import type { SiteContent } from '../../site/content/index.ts'
import { looseItemQuery } from '../../site/queries/loose-item.ts'
import { siteContentQuery } from '../../site/queries/site-content.ts'
import { withEditMarks } from './edit-marks.ts'
import { idOf, isObject, itemsOf, withoutBroken } from './repair.ts'
import type { PreviewPerspective } from './sessions.ts'

/** What one page of the preview is made from. */
export type PreviewContent = {
  /** Content as the pages take it, with edit marks; undefined when not even the published documents make a site. */
  readonly content: SiteContent | undefined
  /** Rules that drafts break. Documents named here are shown as published, or not at all. */
  readonly faults: readonly Fault[]
  /** The documents behind the item at the address that was asked for, if there is one. */
  readonly item: { readonly id: string; readonly slug: string | undefined; readonly exam: string } | undefined
}

/** No version was released of a draft; this one is nobody's. */
const unreleased = '0'.repeat(64)

/** Rounds in which broken documents are replaced: a published copy may break a rule of today as well. */
const rounds = 4

/**
 * Reads the site's content for the preview, by the site's own queries, so that nothing reaches it that could not reach a
 * page: no key and no rationale.
 *
 * @param client reads with a token.
 * @param options.slug of the item whose page is asked for.
 * @param options.studioUrl where click-to-edit leads.
 * @throws ClientError, ServerError when the Content Lake refuses or cannot be reached.
 */
export async function readPreviewContent(
  client: SanityClient,
  options: {
    readonly perspective: PreviewPerspective
    readonly slug: string | undefined
    readonly studioUrl: string
  },
): Promise<PreviewContent> {
  const { perspective, slug, studioUrl } = options
  const readSite = (as: PreviewPerspective) =>
    readMarked(client, siteContentQuery, {}, as, studioUrl, (site) => shownFor(site, slug))
  const draft = await readSite(perspective)
  const listed = itemWith(draft.plain, slug)
  const loose =
    slug === undefined || listed !== undefined
      ? undefined
      : await readMarked(client, looseItemQuery, { slug }, perspective, studioUrl, () => () => true)

  const first = withItem(draft, loose)
  const versions = versionsOf(first.plain)
  const checked = checkContent(first.plain, versions)
  if (checked.content !== undefined) {
    return { content: marked(first, versions), faults: [], item: itemOf(listed ?? loose?.plain) }
  }

  const published = await readSite('published')
  const faults = [...checked.faults]
  const broken = new Set(faults.map(({ id }) => id))
  const item = itemOf(listed ?? loose?.plain ?? formerly(draft.plain, published.plain, slug))
  for (let round = 0; round < rounds; round += 1) {
    const mended = {
      plain: withoutBroken(first.plain, published.plain, broken),
      marked: withoutBroken(first.marked, published.marked, broken),
    }
    const names = versionsOf(mended.plain)
    const again = checkContent(mended.plain, names)
    if (again.content !== undefined) return { content: marked(mended, names), faults, item }
    const before = broken.size
    for (const fault of again.faults) broken.add(fault.id)
    if (broken.size === before) break
  }
  return { content: undefined, faults, item }
}

/** An answer as it came, and the same with edit marks. */
type Answer = { readonly plain: unknown; readonly marked: unknown }

async function readMarked(
  client: SanityClient,
  query: string,
  params: Record<string, string>,
  perspective: PreviewPerspective,
  studioUrl: string,
  shown: (result: unknown) => (path: ContentSourceMapParsedPath) => boolean,
): Promise<Answer> {
  const answer: { result: unknown; resultSourceMap?: ContentSourceMap } = await client.fetch<unknown>(
    query,
    params,
    { perspective, filterResponse: false, resultSourceMap: 'withKeyArraySelector' },
  )
  const { result, resultSourceMap } = answer
  return {
    plain: result,
    marked:
      resultSourceMap === undefined
        ? result
        : withEditMarks(result, resultSourceMap, studioUrl, shown(result)),
  }
}

/** Of an item a page shows everything, of all others what a list shows: fields of their own, such as the title. */
function shownFor(site: unknown, slug: string | undefined): (path: ContentSourceMapParsedPath) => boolean {
  const items = itemsOf(isObject(site) ? site['activePack'] : undefined)
  const own = items.findIndex((item) => slug !== undefined && isObject(item) && item['slug'] === slug)
  return ([top, list, member, ...inside]) =>
    top !== 'activePack' || list !== 'items' || inside.length <= 1 || indexOf(member) === own
}

function indexOf(step: ContentSourceMapParsedPath[number] | undefined): number | undefined {
  return typeof step === 'object' ? step._index : typeof step === 'number' ? step : undefined
}

/** Content with marks, through the same door; should a mark ever stand where a rule forbids it, content without. */
function marked(answer: Answer, versions: ReturnType<typeof versionsOf>): SiteContent | undefined {
  return checkContent(answer.marked, versions).content ?? checkContent(answer.plain, versions).content
}

/** The answer with one more item in its pack. */
function withItem(answer: Answer, loose: Answer | undefined): Answer {
  if (loose === undefined || !isObject(loose.plain)) return answer
  const add = (site: unknown, item: unknown) => {
    const pack = isObject(site) ? site['activePack'] : undefined
    if (!isObject(site) || !isObject(pack)) return site
    return { ...site, activePack: { ...pack, items: [...itemsOf(pack), item] } }
  }
  return { plain: add(answer.plain, loose.plain), marked: add(answer.marked, loose.marked) }
}

function versionsOf(site: unknown): Record<string, { version: string }> {
  const items = itemsOf(isObject(site) ? site['activePack'] : undefined)
  const exams = items.flatMap((item) => (isObject(item) ? [idOf(item['exam'])] : []))
  return Object.fromEntries(exams.map((id) => [id, { version: unreleased }]))
}

function itemWith(site: unknown, slug: string | undefined): unknown {
  if (slug === undefined) return undefined
  const items = itemsOf(isObject(site) ? site['activePack'] : undefined)
  return items.find((item) => isObject(item) && item['slug'] === slug)
}

/** The draft of the item that is published at an address which its draft no longer has. */
function formerly(draft: unknown, published: unknown, slug: string | undefined): unknown {
  const id = idOf(itemWith(published, slug))
  if (id === '') return undefined
  const items = itemsOf(isObject(draft) ? draft['activePack'] : undefined)
  return items.find((item) => idOf(item) === id)
}

function itemOf(item: unknown): PreviewContent['item'] {
  if (!isObject(item)) return undefined
  const { slug } = item
  return {
    id: idOf(item),
    slug: typeof slug === 'string' && slug !== '' ? slug : undefined,
    exam: idOf(item['exam']),
  }
}
