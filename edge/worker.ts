import { handle } from './app.ts'
import { clockOf } from './clock.ts'
import { systemRandomness } from './context.ts'
import { type Env, readSettings } from './env.ts'
import { withSecurityHeaders } from './http/headers.ts'
import { problemJson, RequestError } from './http/problem.ts'

/** The environment does not change in the life of an isolate, so it is checked once. */
const checked = new WeakMap<Env, ReturnType<typeof readSettings>>()

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const read = checked.get(env) ?? readSettings(env)
    checked.set(env, read)
    if ('faults' in read) {
      const error = new RequestError('server/misconfigured', `Settings at fault: ${read.faults.join('; ')}.`)
      return withSecurityHeaders(undefined, problemJson(error), '')
    }
    const { settings } = read
    return handle(request, {
      settings,
      db: env.DB,
      assets: env.ASSETS,
      media: env.MEDIA,
      now: clockOf(settings.DEMO_CLOCK, () => Date.now()),
      random: systemRandomness,
    })
  },
}
