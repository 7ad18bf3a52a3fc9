import type { SanityClient } from '@sanity/client'

/** What is asked of a dataset. */
export type Question = {
  /** GROQ: the question. */
  readonly fetch: string
  /** GROQ without joins: which documents it is about. */
  readonly listen: string
  /** Parameters of both. */
  readonly params: Readonly<Record<string, string | number | string[]>>
}

/** Who hears the answers. */
export type Follower = {
  readonly answered: (answer: unknown) => void
  /** An answer could not be had. The next change, or the next connection, is answered all the same. */
  readonly failed: (error: unknown) => void
}

/** Changes within this time are answered together (milliseconds). */
const together = 300

/**
 * Answers a question now and again whenever a document changes that it is about. It is also answered anew with each
 * connection: nobody tells what changed while there was none. (Sanity's own `listenQuery` asks when the connection
 * breaks, and misses what changes from then on until it is back.)
 *
 * @param client - of the perspective that the question is about
 * @returns what ends it
 */
export function followAnswer(client: SanityClient, question: Question, follower: Follower): Disposable {
  const ended = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  let asking = false
  let outdated = false

  const ask = async () => {
    timer = undefined
    outdated = asking
    if (asking) return
    asking = true
    try {
      const answer: unknown = await client.fetch(question.fetch, question.params, {
        signal: ended.signal,
        tag: 'survival-pack.desk',
      })
      if (!ended.signal.aborted) follower.answered(answer)
    } catch (error) {
      if (!ended.signal.aborted) follower.failed(error)
    } finally {
      asking = false
    }
    if (outdated) soon()
  }
  const soon = () => {
    if (!ended.signal.aborted) timer ??= setTimeout(ask, together)
  }

  const changes = client
    .listen(question.listen, question.params, {
      events: ['welcome', 'mutation'],
      includeResult: false,
      includeMutations: false,
      visibility: 'query',
      tag: 'survival-pack.desk',
    })
    .subscribe({
      next: ({ type }) => (type === 'welcome' ? void ask() : soon()),
      error: follower.failed,
    })
  return {
    [Symbol.dispose]() {
      ended.abort()
      clearTimeout(timer)
      changes.unsubscribe()
    },
  }
}
