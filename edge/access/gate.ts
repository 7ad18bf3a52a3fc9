import type { MiddlewareHandler } from 'hono'
import { deleteCookie } from 'hono/cookie'
import type { App } from '../context.ts'
import { wantsPage } from '../http/negotiation.ts'
import { RequestError } from '../http/problem.ts'
import { audienceOf, canonicalPath, submittedExam, withSlash } from './paths.ts'
import { cookieAttributes, cookieNames, sessionOf } from './session.ts'

/** Files that are the same for everybody: no session is looked up for them. */
const impersonal =
  /^\/(?:_astro\/.*|favicon\.svg|robots\.txt|manifest\.webmanifest|service-worker\.js|keep-offline\.js|icons\/.*|\.well-known\/.*|api\/release(?:\/media\/.*)?|api\/exams\/[^/]+\/use|calendar\/.*)$/

/**
 * Lets a request pass only when its path is public or its sender may have it. The answer to anybody else depends on
 * nothing but the path as it was written: whether there is something behind it is not even looked up.
 */
export const gate: MiddlewareHandler<App> = async (c, next) => {
  const edge = c.env.edge
  const url = new URL(c.req.url)
  const path = canonicalPath(url.pathname)
  const slashed = withSlash(path)
  if (slashed !== undefined) return c.redirect(slashed + url.search, 308)
  const audience = audienceOf(path)
  if (audience === 'public' && path !== undefined && impersonal.test(path)) return next()

  const exam = c.req.method === 'POST' ? submittedExam(path) : undefined
  const { session, standing } = await sessionOf(c, edge, exam)
  c.set('sessionEnded', session === 'expired')
  const member = session === 'expired' ? undefined : session
  c.set('member', member)
  c.set('standing', standing)
  if (audience === 'public') return next()

  if (member === undefined) {
    if (wantsPage(c.req.raw) && (c.req.method === 'GET' || c.req.method === 'HEAD')) {
      return c.redirect(`/sign-in?to=${encodeURIComponent(url.pathname + url.search)}`, 302)
    }
    throw session === 'expired'
      ? new RequestError('session/expired', 'The session that your browser sent is over, or never was.')
      : new RequestError('session/missing', 'This address is for members who are signed in.')
  }
  if (audience === 'entitled' && member.entitlement === undefined) {
    throw new RequestError(
      'session/not-entitled',
      'You are signed in, but your account shows neither AOP membership nor an OT subscription.',
      { link: '/join/' },
    )
  }
  if (path === undefined) throw new RequestError('request/not-found', 'This address is not one of this site.')
  return next()
}

/** Takes a session cookie that is good for nothing out of the browser, whatever the answer. */
export const forgetEndedSession: MiddlewareHandler<App> = async (c, next) => {
  await next()
  if (c.get('sessionEnded')) deleteCookie(c, cookieNames.session, cookieAttributes)
}
