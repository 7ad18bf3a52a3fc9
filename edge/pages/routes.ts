import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import { windowState } from '../../core/index.ts'
import { requireSameOrigin } from '../access/csrf.ts'
import { audienceOf, canonicalPath } from '../access/paths.ts'
import type { App } from '../context.ts'
import { readProgress } from '../exams/read-progress.ts'
import { resultPath } from '../exams/refusal.ts'
import { reusedAttempt } from '../exams/reused.ts'
import { signedIn } from '../exams/routes.ts'
import { mediaFile } from '../http/media.ts'
import { RequestError } from '../http/problem.ts'
import { packFactsIfAny } from '../pack/facts.ts'
import { findAttempt, readAccepted, standing } from '../records/attempts.ts'
import { certificateOfAttempt } from '../records/certificates.ts'
import { knownVersions, parseVersion } from '../records/exams.ts'
import { acceptance } from './acceptance.ts'
import { shortOfTime } from './arrival-words.ts'
import { carriedNotice } from './carried.ts'
import { closing } from './closing.ts'
import { stillToDo } from './cycle-end.ts'
import { examPage } from './exam-page.ts'
import { examForOthers } from './for-others.ts'
import { gocNumberWanted } from './goc-number.ts'
import { itemPage } from './item-page.ts'
import { currentLists } from './lists.ts'
import { receiptFile } from './receipt-file.ts'
import { resultFragment } from './result.ts'
import { assetOf, type Fragment, shellPage, sitePage } from './site-page.ts'
import { notCounted } from './uncounted-exam-page.ts'

/** Pages and files. It answers every path, so it comes after all other routes. */
export const pageRoutes = new Hono<App>()

pageRoutes.get('/my-cet/attempts/:id/', async (c) => {
  const { db, now } = c.env.edge
  const member = signedIn(c)
  const attempt = await findAttempt(db, member.id, c.req.param('id'))
  const found = attempt && (await standing(db, member.id, attempt.exam))
  if (attempt === undefined || found === undefined) {
    throw new RequestError('request/not-found', 'You have no attempt of that ID.', { link: '/my-cet/' })
  }
  const accepted = readAccepted(attempt.accepted)
  const today = (await knownVersions(db, [found.currentVersion])).get(found.currentVersion)
  const explains =
    today !== undefined && parseVersion(found.currentVersion, today).feedback === 'after-last-word'
  const version = parseVersion(attempt.version, attempt.versionBody)
  const facts = await packFactsIfAny(c.env.edge)
  return shellPage(c, {
    title: accepted.result.passed ? 'Passed' : 'Not passed',
    shell: '/shell/result/',
    content: resultFragment({
      accepted,
      version,
      answers: attempt.answers,
      standing: found,
      certificate: await certificateOfAttempt(db, member.id, attempt.id),
      explains,
      forOthers: await examForOthers(c.env.edge, member, version),
      scheme: facts?.scheme,
      gocNumberWanted: facts && gocNumberWanted(member, facts, c.env.edge),
      acceptBy: facts?.cycle.acceptBy,
      shortOfTime: facts && shortOfTime(accepted.result.submittedAt, facts, now()),
      packOpen: facts === undefined || windowState(facts.window, now()) === 'open',
      stillToDo: facts && stillToDo(facts, now()),
      now: now(),
    }),
  })
})

pageRoutes.get('/my-cet/attempts/:id/receipt.txt', async (c) => {
  const { db, settings } = c.env.edge
  const member = signedIn(c)
  const attempt = await findAttempt(db, member.id, c.req.param('id'))
  const found = attempt && (await standing(db, member.id, attempt.exam))
  if (attempt === undefined || found === undefined) {
    throw new RequestError('request/not-found', 'You have no attempt of that ID.', { link: '/my-cet/' })
  }
  return receiptFile(
    readAccepted(attempt.accepted),
    parseVersion(attempt.version, attempt.versionBody),
    found.timeZone,
    settings.SITE_ORIGIN,
  )
})

const examPath = '/cet/active/:slug/exam/'

pageRoutes.get(examPath, async (c) => {
  const asset = await assetOf(c, decodeURI(new URL(c.req.url).pathname))
  if (!asset.ok) throw notFound()
  return examPage(c, asset, signedIn(c).id)
})

/** The same page in another part, for a browser without script: everything that was chosen is carried along. */
pageRoutes.post(examPath, async (c) => {
  requireSameOrigin(c.req.raw, c.env.edge.settings.SITE_ORIGIN)
  const carried = await readProgress(c)
  const asset = await assetOf(c, decodeURI(new URL(c.req.url).pathname))
  if (!asset.ok) throw notFound()
  const member = signedIn(c).id
  return examPage(c, asset, member, {
    ...carried,
    notice: async (form, attempt, refused) => {
      const recorded = await recordedMeanwhile(c, member, form.exam, carried.attempt, attempt)
      if (refused === undefined)
        return html`${recorded}${carriedNotice(form, carried.version, carried.answers)}`
      return recorded === '' && carried.answers.size > 0 ? notCounted(refused) : recorded
    },
  })
})

/** Says so when the attempt that a page was for has been recorded since, from whichever tab or device. */
async function recordedMeanwhile(
  c: Context<App>,
  member: string,
  exam: string,
  carried: string,
  next: string,
): Promise<Fragment | ''> {
  if (carried === next) return ''
  const { db, now } = c.env.edge
  const [earlier, found] = await Promise.all([findAttempt(db, member, carried), standing(db, member, exam)])
  if (earlier === undefined || found === undefined) return ''
  const { detail, remedy } = reusedAttempt(readAccepted(earlier.accepted), found, now())
  return html`<div class="panel panel-warning stack" role="alert" data-uncounted="recorded-meanwhile">
<h2>This attempt was recorded before</h2>
<p>${detail}</p>
<p>${remedy}</p>
<p><a href="${resultPath(carried)}">See the result that counted</a></p>
</div>`
}

/** Built, but parts for the Worker alone. */
const internal =
  /^\/(?:shell(?:\/.*)?|csp\.json|pack\.json|search-index\.json|large-media\.json|certificate-fonts\/.*)$/

pageRoutes.get('/*', async (c) => {
  const path = canonicalPath(new URL(c.req.url).pathname)
  if (path === undefined || internal.test(path)) throw notFound()
  if (path.startsWith('/media/')) return mediaFile(c, path, await assetOf(c, path))
  const asset = await assetOf(c, path)
  if (asset.status >= 300 && asset.status < 400 && asset.status !== 304) {
    return c.redirect(asset.headers.get('location') ?? '/', 308)
  }
  if (!asset.ok && asset.status !== 304) throw notFound()
  const isPublic = audienceOf(path) === 'public'
  if (asset.headers.get('content-type')?.startsWith('text/html')) {
    const member = c.get('member')
    const lists = currentLists(c.env.edge.now(), member)
    const tell = closing(c.env.edge)
    const advise = acceptance(c.env.edge)
    const item = await itemPage(c.env.edge, member, path)
    return sitePage(c, asset, {
      rewrite: (rewriter) => item(advise(tell(lists(rewriter)))),
      headers:
        isPublic && member === undefined ? { 'cache-control': 'public, max-age=0, must-revalidate' } : {},
    })
  }
  return file(asset, isPublic ? publicCaching(path) : undefined)
})

pageRoutes.all('/*', () => {
  throw new RequestError('request/method-not-allowed', 'This address can only be read.', {
    headers: { allow: 'GET, HEAD' },
  })
})

/** Names under `_astro` carry a hash of their content, so such a file never changes. */
function publicCaching(path: string): string {
  // A new build is to reach every device at once.
  if (path === '/service-worker.js' || path === '/keep-offline.js')
    return 'public, max-age=0, must-revalidate'
  return path.startsWith('/_astro/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600'
}

function file(asset: Response, caching: string | undefined): Response {
  const headers = new Headers()
  for (const name of ['content-type', 'content-length', 'etag']) {
    const value = asset.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  if (caching !== undefined) headers.set('cache-control', caching)
  return new Response(asset.body, { status: asset.status, headers })
}

function notFound(): RequestError {
  return new RequestError('request/not-found', 'There is no page or file of this name.')
}
