import type { Context } from 'hono'
import type { App } from '../context.ts'
import { sameSecret } from '../http/digest.ts'
import { RequestError } from '../http/problem.ts'

/**
 * Lets a request pass only when it shows the release token.
 *
 * @throws RequestError release/forbidden
 */
export async function requireReleaseToken(c: Context<App>): Promise<void> {
  const [, token = ''] = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '') ?? []
  if (!(await sameSecret(token, c.env.edge.settings.RELEASE_TOKEN))) {
    throw new RequestError('release/forbidden', 'Only the release step may do this.')
  }
}
