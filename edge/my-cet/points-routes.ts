import { Hono } from 'hono'
import type { App } from '../context.ts'
import { signedIn } from '../exams/routes.ts'
import { RequestError } from '../http/problem.ts'
import { markAward } from '../records/award-marks.ts'
import { memberRecord } from '../records/record.ts'
import { readOwnForm } from './own-forms.ts'

/** A member's own word on what has become of their points. */
export const pointsRoutes = new Hono<App>()

pointsRoutes.post('/my-cet/points/:award/:act{accepted|taken-back}', async (c) => {
  const { db, now } = c.env.edge
  await readOwnForm(c)
  const member = signedIn(c)
  const { award, act } = c.req.param()
  const { awards } = await memberRecord(db, member.id)
  if (!awards.some(({ id }) => id === award)) {
    throw new RequestError('request/not-found', 'You have no point of that ID.', { link: '/my-cet/' })
  }
  await markAward(db, member.id, award, act === 'accepted' ? 'accepted' : 'awarded', now())
  // The message takes the focus: screen readers do not speak what a page brings along.
  return c.redirect(`/my-cet/?${act}=${award}#marked`, 303)
})
