import { Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { html } from 'hono/html'
import { requireSameOrigin } from '../access/csrf.ts'
import { cookieAttributes, cookieNames, tokenPattern } from '../access/session.ts'
import type { App } from '../context.ts'
import { sha256 } from '../http/digest.ts'
import { RequestError } from '../http/problem.ts'
import { shellPage, sitePage } from '../pages/site-page.ts'
import { signInMember } from '../records/members.ts'
import { endSession, sessionLimits } from '../records/sessions.ts'
import { rememberSignIn, signInLifetime, takeSignIn } from '../records/sign-ins.ts'
import { profileFromClaims } from './claims.ts'
import { authorizationUrl, finishSignIn, providerSignOutUrl } from './oidc.ts'
import { returnPath } from './return-path.ts'

/** Signing in and out. */
export const signInRoutes = new Hono<App>()

signInRoutes.get('/sign-in', async (c) => {
  const { settings, db, now, random } = c.env.edge
  const returnTo = returnPath(c.req.query('to'), settings.SITE_ORIGIN)
  const expected = { state: random.token(), nonce: random.token(), codeVerifier: random.token() }
  const url = await authorizationUrl(settings, expected)
  // One binding for every tab of a browser, so that a second sign-in does not spoil the first.
  const known = getCookie(c, cookieNames.signIn)
  const browser = known !== undefined && tokenPattern.test(known) ? known : random.token()
  await rememberSignIn(
    db,
    {
      stateHash: await sha256(expected.state),
      browserHash: await sha256(browser),
      nonce: expected.nonce,
      codeVerifier: expected.codeVerifier,
      returnTo,
    },
    now(),
  )
  setCookie(c, cookieNames.signIn, browser, { ...cookieAttributes, maxAge: signInLifetime / 1000 })
  return c.redirect(url.href, 302)
})

signInRoutes.get('/sign-in/callback', async (c) => {
  const { settings, db, now, random } = c.env.edge
  const url = new URL(c.req.url)
  const states = url.searchParams.getAll('state')
  const [state] = states
  const browser = getCookie(c, cookieNames.signIn)
  const transaction =
    state === undefined || states.length > 1 || browser === undefined
      ? undefined
      : await takeSignIn(db, {
          stateHash: await sha256(state),
          browserHash: await sha256(browser),
          now: now(),
        })
  if (state === undefined || transaction === undefined) {
    throw new RequestError(
      'sign-in/wrong-state',
      'This browser has no sign-in under way that fits: it was used already, is older than ten minutes, or was begun elsewhere.',
      { link: '/sign-in' },
    )
  }
  const { issuer, subject, claims } = await finishSignIn(settings, url, { ...transaction, state })
  const token = random.token()
  await signInMember(db, {
    identity: { issuer, subject },
    profile: profileFromClaims(settings.CLAIMS, claims),
    id: random.uuid(),
    tokenHash: await sha256(token),
    now: now(),
  })
  const old = getCookie(c, cookieNames.session)
  if (old !== undefined && tokenPattern.test(old)) await endSession(db, await sha256(old))
  deleteCookie(c, cookieNames.signIn, cookieAttributes)
  setCookie(c, cookieNames.session, token, { ...cookieAttributes, maxAge: sessionLimits.absolute / 1000 })
  return c.redirect(transaction.returnTo, 303)
})

signInRoutes.post('/sign-out', async (c) => {
  const { settings, db } = c.env.edge
  requireSameOrigin(c.req.raw, settings.SITE_ORIGIN)
  const token = getCookie(c, cookieNames.session)
  if (token !== undefined && tokenPattern.test(token)) await endSession(db, await sha256(token))
  deleteCookie(c, cookieNames.session, cookieAttributes)
  return c.redirect('/signed-out/', 303)
})

/** Whoever comes by the address alone, say by reloading, is asked: a link is never to end a session. */
signInRoutes.get('/sign-out', async (c) => {
  if (c.get('member') === undefined) return c.redirect('/signed-out/', 302)
  return shellPage(c, {
    title: 'You are still signed in',
    content: html`<div class="reading"><h1>You are still signed in</h1>
<p class="standfirst">On a shared device, sign out before you leave it.</p>
<form method="post" action="/sign-out"><button class="button" type="submit">Sign out</button></form></div>`,
  })
})

signInRoutes.get('/signed-out/', async (c) => {
  const { assets, settings } = c.env.edge
  const provider = await providerSignOutUrl(settings)
  const page = await assets.fetch(new URL('/signed-out/', settings.SITE_ORIGIN))
  if (!page.ok) throw new RequestError('request/not-found', 'The page has not been built.')
  const alsoThere =
    provider === undefined
      ? ''
      : String(
          await html`<p>You may still be signed in to your account: <a href="${provider.href}">sign out there as well</a>.</p>`,
        )
  return sitePage(c, page, {
    rewrite: (rewriter) =>
      rewriter.on('[data-slot="content"]', {
        element: (element) => {
          element.append(alsoThere, { html: true })
        },
      }),
  })
})
