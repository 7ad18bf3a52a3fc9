import { type Context, Hono } from 'hono'
import type { App } from '../context.ts'
import { signedIn } from '../exams/routes.ts'
import { sha256 } from '../http/digest.ts'
import { RequestError } from '../http/problem.ts'
import { packFacts } from '../pack/facts.ts'
import { calendarMadeAt, isCalendar, renewCalendar, revokeCalendar } from '../records/calendars.ts'
import { goalsOf } from '../records/goals.ts'
import { calendarFile } from './calendar-file.ts'
import { type CalendarFacts, calendarPage } from './calendar-page.ts'
import { readOwnForm } from './own-forms.ts'
import { roomPage } from './room-page.ts'

/** Deadlines for a member's calendar. */
export const calendarRoutes = new Hono<App>()

calendarRoutes.get('/my-cet/deadlines.ics', async (c) => {
  const { edge } = c.env
  const goals = await goalsOf(edge.db, signedIn(c).id)
  return calendar(c, goals, { 'content-disposition': 'attachment; filename="deadlines.ics"' })
})

/** Needs no session: the gate lets everybody come here, and only a token that is known gets an answer. */
calendarRoutes.get('/calendar/:name{.+\\.ics}', async (c) => {
  const token = c.req.param('name').replace(/\.ics$/, '')
  if (!(await isCalendar(c.env.edge.db, await sha256(token)))) {
    throw new RequestError('request/not-found', 'There is no calendar at this address any more.', {
      remedy: 'Make another address under My CET and subscribe to that.',
    })
  }
  return calendar(c, [], {})
})

calendarRoutes.get('/my-cet/calendar/', async (c) => {
  const { db } = c.env.edge
  const madeAt = await calendarMadeAt(db, signedIn(c).id)
  const done = c.req.query('done')
  return answer(c, {
    madeAt,
    address: undefined,
    done: done === 'made-elsewhere' || (done === 'revoked' && madeAt === undefined) ? done : undefined,
  })
})

calendarRoutes.post('/my-cet/calendar/', async (c) => {
  const { db, random, now, settings } = c.env.edge
  const member = signedIn(c)
  const fields = await readOwnForm(c)
  const replaced = fields.get('replaces') ?? ''
  const token = random.token()
  const madeAt = now()
  const made = await renewCalendar(
    db,
    member.id,
    await sha256(token),
    replaced === '' ? undefined : Number(replaced),
    madeAt,
  )
  if (!made) return c.redirect('/my-cet/calendar/?done=made-elsewhere', 303)
  // Not a redirect: the token would have to go into an address that the browser and others keep.
  return answer(c, { madeAt, address: `${settings.SITE_ORIGIN}/calendar/${token}.ics`, done: undefined })
})

calendarRoutes.post('/my-cet/calendar/revoke', async (c) => {
  await readOwnForm(c)
  await revokeCalendar(c.env.edge.db, signedIn(c).id)
  return c.redirect('/my-cet/calendar/?done=revoked', 303)
})

async function answer(c: Context<App>, told: Omit<CalendarFacts, 'timeZone'>): Promise<Response> {
  const { window } = await packFacts(c.env.edge)
  return roomPage(c, {
    title: 'Dates for your calendar',
    content: calendarPage({ ...told, timeZone: window.timeZone }),
  })
}

async function calendar(
  c: Context<App>,
  goals: Parameters<typeof calendarFile>[1]['goals'],
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const { edge } = c.env
  const facts = await packFacts(edge)
  const text = calendarFile(facts, { goals, site: edge.settings.SITE_ORIGIN, now: edge.now() })
  return new Response(text, { headers: { 'content-type': 'text/calendar; charset=utf-8', ...headers } })
}
