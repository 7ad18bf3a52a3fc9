import { asCopy, importedBy, neededBy, titleOf, withNote } from './copy.ts'
import type { Trouble } from './network.ts'
import { isOpen, type PageSession, readTerm, type Term, termOf } from './session.ts'

const prefix = 'member-'
/** Where a session’s store keeps its term: an address that no page has. */
const termPath = '/offline/term'
const keptAtHeader = 'kept-at'

/**
 * The copies of the one session that this device is in. They lie in a store named by the session’s key; as soon as a page
 * shows another session or none, every other store is deleted, and so it is when the session’s time is over.
 *
 * Answers may overtake each other. Each request draws a number when it begins, and what it brings counts only if nothing that
 * began later has changed the session meanwhile; all changes are made one after another.
 */
export class Copies {
  #number = 0
  #changedBy = 0
  /** Name of the store of the session that was last heard of. */
  #own: string | undefined
  #last: Promise<unknown> = Promise.resolve()

  /** A number for a request that begins now. */
  begin(): number {
    this.#number += 1
    return this.#number
  }

  /** Deletes all copies; answers of requests that are under way are not kept either. */
  forget(): Promise<void> {
    this.#changedBy = this.begin()
    this.#own = undefined
    return this.#inTurn(() => deleteStores(() => true))
  }

  /** Takes up what a page says of the session. It is done before anybody sees the page. */
  heed(said: PageSession | 'none' | undefined, begun: number): Promise<void> {
    return this.#inTurn(async () => {
      if (said === undefined || begun < this.#changedBy) return
      const own = said === 'none' ? undefined : prefix + said.key
      if (own === undefined || own !== this.#own) this.#changedBy = begun
      this.#own = own
      await deleteStores((name) => name !== own)
      if (said !== 'none' && own !== undefined && (said.keep || (await caches.has(own)))) {
        await writeTerm(await caches.open(own), termOf(said, Date.now()))
      }
    })
  }

  /** Keeps a page as it came from the network. */
  async keepPage(path: string, page: Response, { key }: PageSession, begun: number): Promise<void> {
    const html = asCopy(await page.text())
    await this.#inTurn(async () => {
      if (begun < this.#changedBy) return
      const headers = new Headers(page.headers)
      for (const name of ['content-encoding', 'content-length', 'set-cookie']) headers.delete(name)
      headers.set(keptAtHeader, String(Date.now()))
      await (await caches.open(prefix + key)).put(path, new Response(html, { headers }))
    })
  }

  /** Keeps what a kept page needs and the store lacks. What cannot be had now is had another time. */
  async complete(path: string): Promise<void> {
    const begun = this.begin()
    const store = await openStore()
    const html = await (await store?.match(path))?.text()
    if (store === undefined || html === undefined) return
    const wanted = neededBy(html)
    for (const address of wanted) {
      const there = (await store.match(address)) ?? (await this.#fetchInto(address, begun))
      if (!address.endsWith('.js') || there === undefined) continue
      for (const next of importedBy(await there.text())) if (!wanted.includes(next)) wanted.push(next)
    }
  }

  async #fetchInto(address: string, begun: number): Promise<Response | undefined> {
    const answer = await fetch(address).catch(() => undefined)
    if (!answer?.ok) return undefined
    await this.keepFile(address, answer.clone(), begun)
    return answer
  }

  /** Keeps a file that a kept page needs. */
  keepFile(address: string, file: Response, begun: number): Promise<void> {
    return this.#inTurn(async () => {
      if (begun < this.#changedBy) return
      await (await openStore())?.put(address, file)
    })
  }

  /** Whether a page is among the copies. */
  async has(path: string): Promise<boolean> {
    return (await (await openStore())?.match(path)) !== undefined
  }

  /** A copy of a file. */
  async file(address: string): Promise<Response | undefined> {
    return (await openStore())?.match(address)
  }

  /** A copy of a page, which says that it is one, and why it is shown. */
  async page(path: string, trouble: Trouble): Promise<Response | undefined> {
    const kept = await (await openStore())?.match(path)
    if (kept === undefined) return undefined
    const keptAt = new Date(Number(kept.headers.get(keptAtHeader)))
    return new Response(withNote(await kept.text(), keptAt, new Date(), trouble), { headers: kept.headers })
  }

  /** Path and title of each page that is kept. */
  async list(): Promise<{ path: string; title: string }[]> {
    const store = await openStore()
    const found = []
    for (const { url } of (await store?.keys()) ?? []) {
      const { pathname } = new URL(url)
      if (!pathname.endsWith('/')) continue
      const page = await store?.match(url)
      if (page) found.push({ path: pathname, title: titleOf(await page.text()) })
    }
    return found
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#last.then(work)
    this.#last = done.catch(() => undefined)
    return done
  }
}

/** The store of the session; undefined without one, and when its time is over: it is deleted then. */
async function openStore(): Promise<Cache | undefined> {
  const [name, ...others] = (await caches.keys()).filter((each) => each.startsWith(prefix))
  if (name === undefined) return undefined
  const store = await caches.open(name)
  const term = await readStoredTerm(store)
  const now = Date.now()
  if (others.length === 0 && term !== undefined && isOpen(term, now)) {
    if (now > term.seen) await writeTerm(store, { ...term, seen: now })
    return store
  }
  await deleteStores(() => true)
  return undefined
}

/** Deletes stores of sessions. */
async function deleteStores(which: (name: string) => boolean): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix) && which(name))
  await Promise.all(names.map((name) => caches.delete(name)))
}

async function readStoredTerm(store: Cache): Promise<Term | undefined> {
  try {
    return readTerm(await (await store.match(termPath))?.json())
  } catch {
    return undefined
  }
}

async function writeTerm(store: Cache, term: Term): Promise<void> {
  await store.put(termPath, new Response(JSON.stringify(term)))
}
