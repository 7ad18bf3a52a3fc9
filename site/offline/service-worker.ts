// The service worker. Pages come from the network whenever there is one; only where it fails, a member may read the pages
// that they have opened on this device. Decision 0010 says what is kept, for whom and how long.
import { Copies } from './copies.ts'
import { neededBy, type OfflineReason, offlinePage } from './copy.ts'
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
  let page: Response
  try {
    page = await fetch(event.request)
  } catch {
    return (await copies.page(path)) ?? withoutNetwork('not-kept')
  }
  // A page that is kept leads elsewhere only when its session is over: to the sign-in.
  if (page.type === 'opaqueredirect') {
    if (await copies.has(path)) await copies.forget()
    return page
  }
  const said = readSession(page.headers.get('offline-session'))
  await copies.heed(said, begun)
  if (typeof said === 'object' && said.keep && page.status === 200) {
    event.waitUntil(copies.keepPage(path, page.clone(), said, begun))
  }
  return page
}

/** Copies go first: where the network fails, they are gone all the same. */
async function signOut(request: Request): Promise<Response> {
  await copies.forget()
  return fetch(request).catch(() => withoutNetwork('signed-out'))
}

async function openFile(request: Request, path: string): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    const kept = (await copies.file(path)) ?? (await (await caches.open(shell)).match(path))
    if (kept === undefined) throw error
    return kept
  }
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

async function withoutNetwork(why: OfflineReason): Promise<Response> {
  const page = await (await caches.open(shell)).match(offlinePath)
  if (page === undefined) return Response.error()
  const html = offlinePage(await page.text(), why, await copies.list())
  return new Response(html, { status: 503, headers: page.headers })
}
