import { Hono } from 'hono'
import { cors } from 'hono/cors'
import type { App } from '../context.ts'
import { sameSecret } from '../http/digest.ts'
import { RequestError } from '../http/problem.ts'
import { examUse } from '../records/exam-use.ts'

/**
 * How an exam has been used, for Studio: before a change is published it says whom the change concerns. The answer is
 * made of counts; neither a member nor a part of an exam is in it.
 */
export const examUseRoutes = new Hono<App>()

const path = '/api/exams/:exam/use'

examUseRoutes.use(path, async (c, next) => {
  // As if there were no such address: an installation that does not want this gives nothing away by it.
  if (c.env.edge.settings.EXAM_USE_TOKEN === undefined) {
    throw new RequestError('request/not-found', 'There is no page or file of this name.')
  }
  await next()
})

examUseRoutes.use(
  path,
  cors({
    origin: (origin, c) => {
      const studio = c.env.edge.settings.STUDIO_ORIGIN
      return studio !== undefined && origin === studio ? studio : null
    },
    allowMethods: ['GET'],
    allowHeaders: ['authorization'],
    maxAge: 600,
  }),
)

examUseRoutes.get(path, async (c) => {
  const { settings, db } = c.env.edge
  const [, token = ''] = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '') ?? []
  // Before anything is looked up, so that a stranger learns nothing of which exams there are and costs nothing.
  if (settings.EXAM_USE_TOKEN === undefined || !(await sameSecret(token, settings.EXAM_USE_TOKEN))) {
    throw new RequestError('exam-use/forbidden', 'Only this installation’s Studio may ask for this.')
  }
  return c.json(await examUse(db, c.req.param('exam')))
})
