import type { ServerResponse } from 'node:http'
import type { SanityClient } from '@sanity/client'

/** Quiet time after a change before it is told on, in milliseconds: one edit is often several writes. */
const settle = 40

/** Proxies and browsers give up silent connections; a line now and then keeps them, in milliseconds. */
const breath = 25_000

/** Tells open pages of the preview, as server-sent events, that something in the dataset was written. */
export class Changes {
  readonly #pages = new Set<ServerResponse>()
  readonly #subscription: { unsubscribe(): void }
  readonly #breathing: NodeJS.Timeout
  #timer: NodeJS.Timeout | undefined

  /** @param client reads with a token. It is told of drafts as well. */
  constructor(client: SanityClient) {
    this.#subscription = client
      .listen(
        '*[!(_id in path("_.**")) && !(_type in path("sanity.**"))]',
        {},
        {
          includeResult: false,
          includeMutations: false,
          visibility: 'query',
          events: ['mutation', 'reconnect'],
        },
      )
      .subscribe({
        next: () => this.#tellSoon(),
        error: (error: unknown) =>
          console.error(
            'The preview lost the Content Lake; its pages follow changes when they are reloaded.',
            error,
          ),
      })
    this.#breathing = setInterval(() => this.#write(':\n\n'), breath)
    this.#breathing.unref()
  }

  /** Keeps a connection and tells it of each change. */
  add(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    response.write('retry: 1000\n\n')
    this.#pages.add(response)
    response.once('close', () => this.#pages.delete(response))
  }

  close(): void {
    this.#subscription.unsubscribe()
    clearInterval(this.#breathing)
    clearTimeout(this.#timer)
    for (const page of this.#pages) page.end()
  }

  #tellSoon(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#write('data: changed\n\n'), settle)
  }

  #write(text: string): void {
    for (const page of this.#pages) page.write(text)
  }
}
