import { type Context, Hono } from 'hono'
import { type Elsewhere, type Fields, readElsewhereForm, saysTheSame } from '../../core/index.ts'
import type { App, Edge } from '../context.ts'
import { signedIn } from '../exams/routes.ts'
import { RequestError } from '../http/problem.ts'
import { elsewhereOf, saveElsewhere, undoElsewhere } from '../records/elsewhere.ts'
import type { SignedIn } from '../records/sessions.ts'
import { fieldsOfEntry } from './elsewhere-inputs.ts'
import { outrunNotice } from './elsewhere-outrun.ts'
import { elsewhereNumberField, elsewherePage, type Shown } from './elsewhere-page.ts'
import { typesNotice } from './notices.ts'
import { readOwnForm } from './own-forms.ts'
import { openRoom, type Room } from './room.ts'
import { roomPage } from './room-page.ts'

/** What a member says they hold elsewhere. */
export const elsewhereRoutes = new Hono<App>()

elsewhereRoutes.get('/my-cet/elsewhere/', async (c) => {
  const room = await openRoom(c.env.edge, signedIn(c))
  const { elsewhere } = room
  return answer(c, room, { fields: fieldsOfEntry(elsewhere), faults: [], number: elsewhere.number })
})

elsewhereRoutes.post('/my-cet/elsewhere/', async (c) => {
  const { edge } = c.env
  const member = signedIn(c)
  const fields = await readOwnForm(c)
  if (fields.get('save') === 'types') {
    await saveTypes(edge, member, new Set(fields.getAll('type')))
    return c.redirect('/my-cet/elsewhere/?saved=types', 303)
  }
  const room = await openRoom(edge, member)
  const number = shownNumber(fields) ?? room.elsewhere.number
  const read = readElsewhereForm(fields, room.facts, room.types, room.elsewhere, room.year)
  if ('faults' in read) return answer(c, room, { fields, faults: read.faults, number })
  const key = { member: member.id, cycle: room.facts.cycle.id }
  const saved = await saveElsewhere(edge.db, key, read.entry, number, room.now)
  if (saved !== undefined) return c.redirect(`/my-cet/?saved=${saved}`, 303)
  const since = await openRoom(edge, member)
  // Sent twice, as by a double click: it was saved the first time.
  if (saysTheSame(since.elsewhere, read.entry)) {
    return c.redirect(`/my-cet/?saved=${since.elsewhere.number}`, 303)
  }
  return answer(c, since, { fields, faults: [], number: since.elsewhere.number }, read.entry)
})

elsewhereRoutes.post('/my-cet/elsewhere/undo', async (c) => {
  const { edge } = c.env
  const member = signedIn(c)
  const fields = await readOwnForm(c)
  const { facts, now } = await openRoom(edge, member)
  const number = Number(fields.get('number'))
  const key = { member: member.id, cycle: facts.cycle.id }
  const undone =
    Number.isSafeInteger(number) &&
    ((await undoElsewhere(edge.db, key, number, now)) || (await wasUndone(edge, key, number)))
  return c.redirect(undone ? '/my-cet/?saved=undone' : '/my-cet/?saved=changed-since', 303)
})

/** The entry that was the newest when the form was opened; undefined in a form that does not say. */
function shownNumber(fields: Fields): number | undefined {
  const text = fields.get(elsewhereNumberField) ?? ''
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined
}

/** How often a choice of registrant types makes way for something that is saved in between. */
const typesTries = 5

/**
 * Makes a member's choice of registrant types part of what they said last, whatever that is by now.
 *
 * @throws RequestError server/busy
 */
async function saveTypes(edge: Edge, member: SignedIn, chosen: ReadonlySet<string>): Promise<void> {
  for (let tries = 0; tries < typesTries; tries++) {
    const { facts, elsewhere, year, now } = await openRoom(edge, member)
    const registrantTypes = facts.registrantTypes.map(({ code }) => code).filter((code) => chosen.has(code))
    const entry = { ...elsewhere, year: elsewhere.year || year, registrantTypes }
    const key = { member: member.id, cycle: facts.cycle.id }
    if ((await saveElsewhere(edge.db, key, entry, elsewhere.number, now)) !== undefined) return
  }
  throw new RequestError('server/busy', 'Something else was saved each time before this could be.')
}

/** Whether an entry has been taken back already, as by a double click, and nothing else was said since. */
async function wasUndone(
  { db }: Edge,
  key: Parameters<typeof elsewhereOf>[1],
  number: number,
): Promise<boolean> {
  const newest = await elsewhereOf(db, key)
  return newest.number === number + 1 && saysTheSame(newest, await elsewhereOf(db, key, number - 1))
}

/** @param outrun what the form said, where something else was saved since it was opened. */
function answer(c: Context<App>, room: Room, shown: Shown, outrun?: Elsewhere): Promise<Response> {
  const notice = outrun ? outrunNotice(room, outrun) : typesNotice(room, c.req.query('saved'))
  return roomPage(c, {
    title: 'What you have elsewhere',
    faulty: outrun !== undefined || shown.faults.length > 0,
    content: elsewherePage(room, { ...shown, notice }),
  })
}
