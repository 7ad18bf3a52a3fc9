import { Hono } from 'hono'
import { html } from 'hono/html'
import type { App } from '../context.ts'
import { signedIn } from '../exams/routes.ts'
import { RequestError } from '../http/problem.ts'
import { stillToDo } from '../pages/cycle-end.ts'
import { currentLists } from '../pages/lists.ts'
import { assetOf, type Fragment, sitePage } from '../pages/site-page.ts'
import { attemptsTable } from './attempts.ts'
import { calendarRoutes } from './calendar-routes.ts'
import { importantDates } from './dates.ts'
import { elsewhereRoutes } from './elsewhere-routes.ts'
import { goalsInShort } from './goal-list.ts'
import { goalRoutes } from './goals-routes.ts'
import { interactiveHere, interactiveMissing, neededMeetings } from './interactive.ts'
import { elsewhereNotice } from './notices.ts'
import { openLinksOnly } from './open-links.ts'
import { nameOwner } from './own-forms.ts'
import { ownPlan } from './own-plan.ts'
import { planSection } from './plan.ts'
import { pointsList } from './points.ts'
import { pointsRoutes } from './points-routes.ts'
import { requirements } from './requirements.ts'
import { openRoom, type Room } from './room.ts'
import { roomPage } from './room-page.ts'
import { statement } from './statement.ts'
import { summary } from './summary.ts'
import { unitGrid } from './units.ts'

/** A member's own pages. The gate lets only signed-in members come here. */
export const myCetRoutes = new Hono<App>()
myCetRoutes.route('/', elsewhereRoutes)
myCetRoutes.route('/', goalRoutes)
myCetRoutes.route('/', pointsRoutes)
myCetRoutes.route('/', calendarRoutes)

myCetRoutes.get('/my-cet/statement/', async (c) => {
  const { edge } = c.env
  const room = await openRoom(edge, signedIn(c))
  return roomPage(c, {
    title: `Statement of ${room.facts.scheme.abbreviation} points`,
    content: statement(room, edge.settings.SITE_ORIGIN),
  })
})

myCetRoutes.get('/my-cet/', async (c) => {
  const edge = c.env.edge
  const room = await openRoom(edge, signedIn(c))
  const page = await assetOf(c, '/my-cet/')
  if (!page.ok) throw new RequestError('request/not-found', 'The page has not been built.')
  const plan = ownPlan(room)
  const toDo = stillToDo(room.facts, room.now)
  const slots = await filled({
    record: html`${elsewhereNotice(room, c.req.query('saved'))}${summary(room)}${planSection(room, plan)}${unitGrid(room, plan)}${requirements(room)}`,
    'interactive-points': html`${interactiveHere(room)}`,
    'interactive-missing': interactiveMissing(room),
    more: html`${importantDates(room)}${pointsList(room, { site: edge.settings.SITE_ORIGIN, marked: c.req.query('accepted') ?? c.req.query('taken-back') })}${attemptsTable(room)}${goalsInShort(room)}`,
    // After the cycle no meeting brings a member closer to what it asked for.
    ...(room.cycleOver ? { meetings: html`` } : {}),
    ...(toDo === undefined ? {} : { 'what-next': html`${toDo}` }),
  })
  const lists = currentLists(room.now, memberShown(room), neededMeetings(room.progress))
  const written = await sitePage(c, page, {
    rewrite: (rewriter) =>
      slots.reduce(
        (filling, [name, fragment]) =>
          filling.on(`[data-slot="${name}"]`, {
            element: (element) => void element.setInnerContent(fragment, { html: true }),
          }),
        lists(rewriter),
      ),
  })
  return openLinksOnly(c, await nameOwner(c, written))
})

/** Fragments as text, by the slots that they go into. */
function filled(fragments: Readonly<Record<string, Fragment>>): Promise<[string, string][]> {
  return Promise.all(
    Object.entries(fragments).map(
      async ([name, fragment]): Promise<[string, string]> => [name, String(await fragment)],
    ),
  )
}

/** The member with the registrant types that their page is shown for. */
function memberShown({ member, types, typesBy }: Room) {
  return typesBy === 'provider' ? member : { ...member, registrantTypes: types.map(({ code }) => code) }
}
