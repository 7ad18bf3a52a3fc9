/** The part of a service worker’s world that this one uses; TypeScript’s own types of it exclude those of a page. */
type Lasting = Event & { waitUntil(work: Promise<unknown>): void }

/** A request of a page, which the service worker may answer. */
export type Fetching = Lasting & { readonly request: Request; respondWith(answer: Promise<Response>): void }

/** A message of a page. */
export type Telling = Lasting & { readonly data: unknown; readonly source: { readonly url?: string } | null }

type Scope = {
  readonly location: Location
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void
  addEventListener(type: 'message', listener: (event: Telling) => void): void
}

/** The service worker itself. */
export const worker = globalThis as unknown as Scope
