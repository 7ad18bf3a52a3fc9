import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { type FieldFault, type Fields, readGoalForm } from '../../core/index.ts'
import type { App, Edge } from '../context.ts'
import { signedIn } from '../exams/routes.ts'
import { RequestError } from '../http/problem.ts'
import { formatDay } from '../pages/dates.ts'
import {
  addGoal,
  changeGoal,
  deleteGoal,
  findGoal,
  type Goal,
  type GoalWords,
  markGoal,
  restoreGoal,
} from '../records/goals.ts'
import { goalUnit } from './goal-list.ts'
import { type GoalForm, goalFields, goalPage, goalSeenField, goalsPage } from './goals-page.ts'
import { type GoalAct, goalActs, goalNotice } from './notices.ts'
import { readOwnForm } from './own-forms.ts'
import { openRoom, type Room } from './room.ts'
import { roomPage } from './room-page.ts'

/** Goals of a member's personal development plan. */
export const goalRoutes = new Hono<App>()

const emptyForm: GoalForm = {
  fields: goalFields({ text: '', unit: undefined, targetOn: undefined }),
  faults: [],
}
const tooMany = {
  field: 'text',
  message: 'You have 50 goals, which is the most. Delete one before you add another',
}

/** What keeps a form from taking the place of what was saved after it had been opened, until it is sent again. */
function changedSince(room: Room, goal: Goal): FieldFault {
  const about = goal.unit === undefined ? '' : `, about ${goalUnit(goal, room)}`
  const by = goal.targetOn === undefined ? '' : `, by ${formatDay(goal.targetOn)}`
  return {
    field: 'text',
    message: `You have changed this goal in the meantime, in another tab or on another device. It is now: “${goal.text}”${about}${by}. Save again to have what is below in its place`,
  }
}

const deletedSince = {
  field: 'text',
  message:
    'You have deleted this goal in the meantime, in another tab or on another device. Add what is below as a goal of its own if you want to keep it',
}

goalRoutes.get('/my-cet/goals/', async (c) => {
  const room = await openRoom(c.env.edge, signedIn(c))
  return listAnswer(c, room, emptyForm)
})

goalRoutes.post('/my-cet/goals/', async (c) => {
  const { edge } = c.env
  const fields = await readOwnForm(c)
  const room = await openRoom(edge, signedIn(c))
  const read = readGoalForm(fields, room.facts.units, room.today)
  if ('faults' in read) return listAnswer(c, room, { fields, faults: read.faults })
  const id = await newIdOf(edge, room.member.id, fields, read.goal)
  if (!(await addGoal(edge.db, room.member.id, { id, ...read.goal }, room.now))) {
    return listAnswer(c, room, { fields, faults: [tooMany] })
  }
  return backToList(c, 'added', id)
})

goalRoutes.get('/my-cet/goals/:id/', async (c) => {
  const room = await openRoom(c.env.edge, signedIn(c))
  const goal = ownGoal(room, c.req.param('id'))
  return roomPage(c, {
    title: 'Change a goal',
    content: goalPage(room, goal, { fields: goalFields(goal), faults: [] }),
  })
})

goalRoutes.post('/my-cet/goals/:id/', async (c) => {
  const { edge } = c.env
  const fields = await readOwnForm(c)
  const room = await openRoom(edge, signedIn(c))
  const id = c.req.param('id')
  if ((await findGoal(edge.db, room.member.id, id))?.deleted) {
    return listAnswer(c, room, { fields, faults: [deletedSince] })
  }
  const goal = ownGoal(room, id)
  const read = readGoalForm(fields, room.facts.units, room.today, goal.targetOn)
  const refused = (faults: readonly FieldFault[], seen?: string) =>
    roomPage(c, {
      title: 'Change a goal',
      faulty: true,
      content: goalPage(room, goal, { fields, faults }, seen),
    })
  const seen = fields.get(goalSeenField) ?? undefined
  if ('faults' in read) return refused(read.faults, seen)
  if (seen !== undefined && seen !== goalFields(goal).toString() && !isSame(goal, read.goal)) {
    return refused([changedSince(room, goal)])
  }
  if (!(await changeGoal(edge.db, room.member.id, goal.id, goal, read.goal))) {
    // Sent again, the form is told of what was changed.
    throw new RequestError(
      'server/busy',
      'This goal was changed by another tab or device at the same moment.',
    )
  }
  return backToList(c, 'changed', goal.id)
})

goalRoutes.post('/my-cet/goals/:id/:act{done|not-done|delete|restore}', async (c) => {
  const { edge } = c.env
  await readOwnForm(c)
  const room = await openRoom(edge, signedIn(c))
  const { id: member } = room.member
  const { id, act } = c.req.param()
  if (act === 'restore') {
    if ((await findGoal(edge.db, member, id)) === undefined) throw noGoal()
    if (!(await restoreGoal(edge.db, member, id)))
      return listAnswer(c, room, { ...emptyForm, faults: [tooMany] })
    return backToList(c, 'restored', id)
  }
  if (act === 'delete') {
    // Sent twice, as by a double click, it is deleted already, and can still be brought back.
    if ((await findGoal(edge.db, member, id)) === undefined) throw noGoal()
    await deleteGoal(edge.db, member, id, room.now)
    return backToList(c, 'deleted', id)
  }
  const goal = ownGoal(room, id)
  await markGoal(edge.db, member, goal.id, act === 'done' ? room.today : undefined)
  return backToList(c, act === 'done' ? 'done' : 'not-done', goal.id)
})

/**
 * The ID that a form gives its goal, so that one which is sent twice adds one goal. It gets another when that one is taken by
 * a goal that says something else or was deleted, as when the form was gone back to and filled in anew.
 */
async function newIdOf(
  { db, random }: Edge,
  member: string,
  fields: Fields,
  goal: GoalWords,
): Promise<string> {
  const id = z.uuid().safeParse(fields.get('id')).data
  if (id === undefined) return random.uuid()
  const taken = await findGoal(db, member, id)
  return taken === undefined || (!taken.deleted && isSame(taken, goal)) ? id : random.uuid()
}

function isSame(one: GoalWords, other: GoalWords): boolean {
  return goalFields(one).toString() === goalFields(other).toString()
}

/** To all goals, which then say what has been done. */
function backToList(c: Context<App>, act: GoalAct, id: string): Response {
  return c.redirect(`/my-cet/goals/?${act}=${id}`, 303)
}

async function listAnswer(c: Context<App>, room: Room, form: GoalForm): Promise<Response> {
  const { edge } = c.env
  const query = c.req.query()
  const act = goalActs.find((each) => each in query)
  const found = act && (await findGoal(edge.db, room.member.id, query[act] ?? ''))
  const sent = z.uuid().safeParse(form.fields.get('id')).data
  return roomPage(c, {
    title: 'Personal development plan',
    faulty: form.faults.length > 0,
    content: goalsPage(room, {
      form,
      newId: sent ?? edge.random.uuid(),
      notice: act && found && goalNotice(act, found),
    }),
  })
}

function ownGoal({ goals }: Room, id: string) {
  const goal = goals.find((each) => each.id === id)
  if (goal === undefined) throw noGoal()
  return goal
}

function noGoal(): RequestError {
  return new RequestError('request/not-found', 'You have no goal of that ID. Perhaps you deleted it.', {
    remedy: 'Go to your goals.',
    link: '/my-cet/goals/',
  })
}
