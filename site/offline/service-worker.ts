// The service worker. Pages come from the network whenever it brings them; only where it fails or lets people wait, a member
// may read the pages that they have opened on this device. Decision 0010 says what is kept, for whom and how long.
import { Copies } from './copies.ts'
import { neededBy, type OfflineReason, offlinePage, type UnsentForm, withUnsent } from './copy.ts'
import { isOfGateway, troubleOf } from './network.ts'
import { type Fetching, worker } from './scope.ts'
import { readSession } from './session.ts'

/** Of this build: the site’s builder puts it in. Another build has another page for times without a network. */
declare const buildName: string
const shell = `offline-${buildName}`
const offlinePath = '/offline/'
const copies = new Copies()

worker.addEventListener('install', (event) => {
  event.waitUntil(keepShell().then(() => worker.skipWaiting()))
})

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names
            .filter((name) => name.startsWith('offline-') && name !== shell)
            .map((name) => caches.delete(name)),
        ),
      )
      .then(() => worker.clients.claim()),
  )
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (origin !== worker.location.origin) return
  if (request.mode === 'navigate') {
    if (request.method === 'GET') event.respondWith(openPage(event, pathname))
    else if (pathname === '/sign-out') event.respondWith(signOut(request))
    else if (pathname.startsWith('/my-cet/') && isOfThisSite(request)) {
      event.respondWith(send(request, pathname))
    }
    return
  }
  const kinds: readonly RequestDestination[] = ['image', 'style', 'script', 'font']
  if (request.method === 'GET' && kinds.includes(request.destination)) {
    event.respondWith(openFile(request, pathname))
  }
})

worker.addEventListener('message', (event) => {
  if (event.data === 'keep' && event.source?.url) event.waitUntil(keep(new URL(event.source.url).pathname))
})

/** The page for times without a network, as a visitor sees it, and what it needs. */
async function keepShell(): Promise<void> {
  const store = await caches.open(shell)
  const page = await fetch(offlinePath, { credentials: 'omit', cache: 'reload' })
  if (!page.ok) throw new Error(`${offlinePath}: ${page.status}`)
  const html = await page.clone().text()
  await store.put(offlinePath, page)
  await Promise.all(
    neededBy(html)
      .filter((address) => address.endsWith('.css') || address.endsWith('.svg'))
      .map((address) => store.add(new Request(address, { credentials: 'omit' }))),
  )
}

async function openPage(event: Fetching, path: string): Promise<Response> {
  const begun = copies.begin()
  let come = false
  const answer = fetch(event.request).then(async (page) => {
    come = true
    await heed(event, path, page, begun)
    return page
  })
  // What an answer says of the session counts also when nobody waits for it any longer.
  event.waitUntil(answer.catch(() => undefined))
  const trouble = await troubleOf(answer)
  if (trouble !== undefined) {
    const copy = await copies.page(path, trouble)
    // The answer may have come while the copy was looked for, and have ended the copy’s session.
    if (copy !== undefined && !(trouble === 'slow' && come)) return copy
  }
  return answer.catch(() => withoutNetwork('not-kept'))
}

/** Takes up what an answer shows of the session, and keeps the page if it may be kept. */
async function heed(event: Fetching, path: string, page: Response, begun: number): Promise<void> {
  if (page.type === 'opaqueredirect') {
    // A page that is kept leads elsewhere only when its session is over: to the sign-in. Where a sign-in ends, another
    // session begins; the page after it may take its time and is not to be replaced by a copy of the session before.
    if (path === '/sign-in/callback' || (await copies.has(path))) await copies.forget()
    return
  }
  const said = readSession(page.headers.get('offline-session'))
  await copies.heed(said, begun)
  if (typeof said === 'object' && said.keep && page.status === 200) {
    event.waitUntil(copies.keepPage(path, page.clone(), said, begun))
  }
}

/** Copies go first: where the network fails, they are gone all the same. */
async function signOut(request: Request): Promise<Response> {
  await copies.forget()
  return fetch(request).catch(() => withoutNetwork('signed-out'))
}

/** Whether a page of this site sends a form: what another has filled in is not to wait here for a member to press a button. */
function isOfThisSite({ referrer }: Request): boolean {
  return referrer.startsWith(`${worker.location.origin}/`)
}

/** Where the network fails, a form waits in the page that says so: the browser cannot go back to the one it was filled in. */
async function send(request: Request, path: string): Promise<Response> {
  const copy = request.clone()
  const answer = await fetch(request).catch(() => undefined)
  if (answer !== undefined && !isOfGateway(answer)) return answer
  return withoutNetwork('not-sent', { path, body: await copy.text() })
}

async function openFile(request: Request, path: string): Promise<Response> {
  const answer = fetch(request)
  if ((await troubleOf(answer)) === undefined) return answer
  return (await copies.file(path)) ?? (await (await caches.open(shell)).match(path)) ?? answer
}

/** Keeps the page that a member is reading, with all that it needs. */
async function keep(path: string): Promise<void> {
  if (!(await copies.has(path))) {
    const begun = copies.begin()
    const page = await fetch(path, { headers: { accept: 'text/html' }, redirect: 'manual' }).catch(
      () => undefined,
    )
    const said = readSession(page?.headers.get('offline-session') ?? null)
    if (page?.status !== 200 || typeof said !== 'object' || !said.keep) return
    await copies.heed(said, begun)
    await copies.keepPage(path, page, said, begun)
  }
  await copies.complete(path)
}

async function withoutNetwork(why: OfflineReason, unsent?: UnsentForm): Promise<Response> {
  const page = await (await caches.open(shell)).match(offlinePath)
  if (page === undefined) return Response.error()
  const shown = offlinePage(await page.text(), why, await copies.list())
  const html = unsent === undefined ? shown : withUnsent(shown, unsent)
  return new Response(html, { status: 503, headers: page.headers })
}
