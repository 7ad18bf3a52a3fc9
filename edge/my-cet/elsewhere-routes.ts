import { type Context, Hono } from 'hono'
import { readElsewhereForm } from '../../core/index.ts'
import type { App } from '../context.ts'
import { signedIn } from '../exams/routes.ts'
import { readForm } from '../http/form.ts'
import { saveElsewhere, undoElsewhere } from '../records/elsewhere.ts'
import { elsewherePage, type Shown, savedFields } from './elsewhere-page.ts'
import { typesNotice } from './notices.ts'
import { openRoom, type Room } from './room.ts'
import { roomPage } from './room-page.ts'

/** What a member says they hold elsewhere. */
export const elsewhereRoutes = new Hono<App>()

elsewhereRoutes.get('/my-cet/elsewhere/', async (c) => {
  const room = await openRoom(c.env.edge, signedIn(c))
  return answer(c, room, { fields: savedFields(room), faults: [] })
})

elsewhereRoutes.post('/my-cet/elsewhere/', async (c) => {
  const { edge } = c.env
  const member = signedIn(c)
  const fields = await readForm(c)
  const room = await openRoom(edge, member)
  const key = { member: member.id, cycle: room.facts.cycle.id }
  const { year } = room
  if (fields.get('save') === 'types') {
    const chosen = new Set(fields.getAll('type'))
    const registrantTypes = room.facts.registrantTypes
      .map(({ code }) => code)
      .filter((code) => chosen.has(code))
    await saveElsewhere(
      edge.db,
      key,
      { ...room.elsewhere, year: room.elsewhere.year || year, registrantTypes },
      room.now,
    )
    return c.redirect('/my-cet/elsewhere/?saved=types', 303)
  }
  const read = readElsewhereForm(fields, room.facts, room.types, room.elsewhere, year)
  if ('faults' in read) return answer(c, room, { fields, faults: read.faults })
  const number = await saveElsewhere(edge.db, key, read.entry, room.now)
  return c.redirect(`/my-cet/?saved=${number}`, 303)
})

elsewhereRoutes.post('/my-cet/elsewhere/undo', async (c) => {
  const { edge } = c.env
  const member = signedIn(c)
  const fields = await readForm(c)
  const { facts, now } = await openRoom(edge, member)
  const number = Number(fields.get('number'))
  const key = { member: member.id, cycle: facts.cycle.id }
  const undone = Number.isSafeInteger(number) && (await undoElsewhere(edge.db, key, number, now))
  return c.redirect(undone ? '/my-cet/?saved=undone' : '/my-cet/?saved=changed-since', 303)
})

function answer(c: Context<App>, room: Room, shown: Shown): Promise<Response> {
  return roomPage(c, {
    title: 'What you have elsewhere',
    faulty: shown.faults.length > 0,
    content: elsewherePage(room, { ...shown, notice: typesNotice(room, c.req.query('saved')) }),
  })
}
