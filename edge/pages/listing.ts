import { Hono } from 'hono'
import {
  type ExamProgress,
  fittingItems,
  type ItemState,
  itemState,
  listingChoices,
  type PackFacts,
  readListingFilter,
} from '../../core/index.ts'
import type { App, Edge } from '../context.ts'
import { RequestError } from '../http/problem.ts'
import { packFacts } from '../pack/facts.ts'
import { examProgress } from '../records/progress.ts'
import type { SignedIn } from '../records/sessions.ts'
import { closing } from './closing.ts'
import { formatInstant } from './dates.ts'
import { examLink } from './exam-link.ts'
import { chosenFragment, filteredTitle, filtersFragment } from './listing-filters.ts'
import { currentLists } from './lists.ts'
import { memberTypes } from './member-types.ts'
import { retitle, sitePage } from './site-page.ts'
import { pointsText } from './words.ts'

/** The listing of the pack's items: what fits the address's filter and, for a member, where they stand with each. */
export const listingRoutes = new Hono<App>()

listingRoutes.get('/cet/active/', async (c) => {
  const { edge } = c.env
  const { assets, settings, db, now } = edge
  const page = await assets.fetch(new URL('/cet/active/', settings.SITE_ORIGIN))
  if (!page.ok) throw new RequestError('request/not-found', 'The page has not been built.')
  const member = c.get('member')
  const facts = await packFacts(edge)
  const progress = member && (await examProgress(db, member.id))
  const types = await ownTypes(edge, member, facts)
  const states = progress && statesOf(facts, progress, types)
  const { filter, ignored } = readListingFilter(new URL(c.req.url).searchParams, facts, states)
  const items = fittingItems(facts.items, filter, states)
  const choices = listingChoices(facts, filter, states)
  const narrowed = choices.some(({ current }) => current)
  const parts = { facts, filter, choices, ignored, items, member, types }
  const filters = String(await filtersFragment(parts))
  const chosen = narrowed || ignored.length > 0 ? String(await chosenFragment(parts)) : ''
  const fitting = new Map(items.map((item) => [item.id, item]))
  const lists = currentLists(now(), member)
  const tell = closing(edge)
  let current: PackFacts['items'][number] | undefined
  return sitePage(c, page, {
    headers: member === undefined ? { 'cache-control': 'public, max-age=0, must-revalidate' } : {},
    rewrite: (rewriter) =>
      tell(lists(rewriter))
        .on('title', narrowed ? retitle(filteredTitle(parts)) : {})
        .on('search[data-members]', {
          element(box) {
            if (member?.entitlement === undefined) box.remove()
          },
        })
        .on('[data-slot="filters"]', {
          element: (element) => void element.setInnerContent(filters, { html: true }),
        })
        .on('[data-slot="items-count"]', {
          element(element) {
            if (!narrowed) return
            const points = items.reduce((sum, item) => sum + item.points, 0)
            element.setInnerContent(`${items.length} of ${facts.items.length} items, ${pointsText(points)}`)
          },
        })
        .on('[data-slot="chosen"]', {
          element: (element) => void element.setInnerContent(chosen, { html: true }),
        })
        .on('ol.items', {
          element(element) {
            if (items.length === 0) element.remove()
          },
        })
        .on('[data-item]', {
          element(element) {
            current = fitting.get(element.getAttribute('data-item') ?? '')
            if (current === undefined) element.remove()
          },
        })
        .on('[data-item] [data-slot="state"]', {
          element(element) {
            const state = current && states?.get(current.id)
            if (current === undefined || state === undefined) return
            element.removeAttribute('hidden')
            element.setAttribute('class', `item-state state-${state}`)
            element.setInnerContent(stateText(state, progress?.get(current.exam), facts.window.timeZone))
          },
        })
        .on('[data-item] [data-slot="exam"]', {
          element(element) {
            if (current === undefined) return
            const { words, href } = examLink(current, progress?.get(current.exam), facts.window, now())
            element.setAttribute('href', href)
            element.setAttribute('aria-label', `${words}: ${current.title}`)
            element.setInnerContent(words)
          },
        }),
  })
})

/** Codes of the types that a member is known to have, whoever named them. */
async function ownTypes(edge: Edge, member: SignedIn | undefined, facts: PackFacts): Promise<string[]> {
  if (member === undefined) return []
  const { types, by } = await memberTypes(edge, member, facts)
  return by === 'nobody' ? [] : types.map(({ code }) => code)
}

function statesOf(
  facts: PackFacts,
  progress: ReadonlyMap<string, ExamProgress>,
  types: readonly string[],
): Map<string, ItemState> {
  return new Map(facts.items.map((item) => [item.id, itemState(item, facts, progress.get(item.exam), types)]))
}

function stateText(state: ItemState, progress: ExamProgress | undefined, timeZone: string): string {
  switch (state) {
    case 'not-for-you':
      return 'Not for your registrant type'
    case 'passed':
      return `Passed on ${formatInstant(progress?.passedAt ?? 0, timeZone).split(' at ')[0]}`
    case 'no-attempts-left':
      return 'No attempts left'
    case 'attempted':
      return `Attempted: ${progress?.attempts} of ${progress?.maxAttempts} attempts used`
    case 'not-started':
      return 'Not started'
  }
}
