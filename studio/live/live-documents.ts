import type { SanityClient } from '@sanity/client'
import type { PlainDocument } from '../../core/content/documents.ts'

/** What is shown: every document of the source as it is at this moment, by ID (drafts under `drafts.…`). */
export type LiveState = {
  /** `failed` keeps what was there before; it goes on only after `retry`. */
  readonly status: 'loading' | 'ready' | 'failed'
  readonly documents: ReadonlyMap<string, PlainDocument>
  readonly error?: unknown
  /** Whether changes arrive; `false` while the connection is being made again. */
  readonly connected: boolean
}

/** Which documents are followed. */
export type LiveSource = {
  /** Types that are listened to. */
  readonly types: readonly string[]
  /** Types that are loaded at the beginning; others are loaded when {@link LiveSource.wanted} names them. */
  readonly loaded: readonly string[]
  /** GROQ projection of what is loaded. Changes arrive as whole documents. */
  readonly projection: string
  /** Published IDs that must be there as well, as far as the documents at hand tell. */
  readonly wanted?: (documents: ReadonlyMap<string, PlainDocument>) => Iterable<string>
}

/** An external store in React's sense. It connects with the first subscriber and disconnects with the last. */
export type LiveDocuments = {
  readonly subscribe: (listener: () => void) => () => void
  readonly getSnapshot: () => LiveState
  /** Starts over after a failure. */
  readonly retry: () => void
}

/** Name of the performance mark that is set when a change arrives; it starts what the bench measures. */
const CHANGE_MARK = 'live-documents:change'

/** Changes of one transaction arrive one by one; within this time they are shown together (milliseconds). */
const TOGETHER = 16

/**
 * Follows documents with a single event stream: loads them once, then applies each change as it arrives. Nothing is
 * asked again for a change, so one costs the same however many documents there are.
 *
 * @param client - of the raw perspective
 */
export function liveDocuments(client: SanityClient, source: LiveSource): LiveDocuments {
  const listeners = new Set<() => void>()
  let state: LiveState = { status: 'loading', documents: new Map(), connected: false }
  let run: Disposable | undefined

  const show = (changes: Partial<LiveState>) => {
    state = { ...state, ...changes }
    for (const listener of listeners) listener()
  }
  const start = () => {
    run = follow(client, source, () => state, show)
  }
  const stop = () => {
    run?.[Symbol.dispose]()
    run = undefined
  }
  return {
    subscribe(listener) {
      listeners.add(listener)
      if (run === undefined) start()
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) stop()
      }
    },
    getSnapshot: () => state,
    retry() {
      stop()
      show({ status: state.documents.size > 0 ? 'ready' : 'loading', error: undefined, connected: false })
      start()
    },
  }
}

function follow(
  client: SanityClient,
  source: LiveSource,
  now: () => LiveState,
  show: (changes: Partial<LiveState>) => void,
): Disposable {
  const filter = '*[_type in $types && !(_id in path("versions.**"))]'
  /** Changes that arrived and are not shown yet; `undefined` for a document that is gone. */
  let changes = new Map<string, PlainDocument | undefined>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let loading: AbortController | undefined
  const asked = new Set<string>()

  const apply = () => {
    timer = undefined
    // What is being loaded may be older or newer than these changes: they wait, and are applied to it.
    if (loading !== undefined || changes.size === 0) return
    const documents = new Map(now().documents)
    put(documents, changes)
    changes = new Map()
    show({ documents })
    void complete()
  }

  const load = async (found: () => Promise<ReadonlyMap<string, PlainDocument>>) => {
    loading?.abort()
    const own = new AbortController()
    loading = own
    try {
      const documents = new Map(await found())
      if (own.signal.aborted) return
      put(documents, changes)
      changes = new Map()
      loading = undefined
      const missing = stillMissing(documents)
      show({ documents, connected: true, ...(missing.length === 0 && { status: 'ready', error: undefined }) })
      if (missing.length > 0) await loadMore(missing)
    } catch (error) {
      if (own.signal.aborted) return
      loading = undefined
      show({ status: 'failed', error })
    }
  }

  const ask = async (query: string, params: Record<string, unknown>) => {
    const signal = loading?.signal
    const found = await client.fetch<PlainDocument[]>(`${query}${source.projection}`, params, {
      ...(signal !== undefined && { signal }),
    })
    return found.map((document) => [document._id, document] as const)
  }

  const loadAll = () => {
    asked.clear()
    return load(async () => new Map(await ask(filter, { types: source.loaded })))
  }

  const loadMore = (ids: readonly string[]) => {
    for (const id of ids) asked.add(id)
    const both = ids.flatMap((id) => [id, `drafts.${id}`])
    return load(async () => {
      const more = await ask('*[_id in $ids]', { ids: both })
      return new Map([...now().documents, ...more])
    })
  }

  const stillMissing = (documents: ReadonlyMap<string, PlainDocument>) =>
    [...(source.wanted?.(documents) ?? [])].filter(
      (id) => !asked.has(id) && !documents.has(id) && !documents.has(`drafts.${id}`),
    )

  const complete = async () => {
    const missing = stillMissing(now().documents)
    if (missing.length > 0) await loadMore(missing)
  }

  const subscription = client
    .listen<PlainDocument>(
      filter,
      { types: source.types },
      {
        events: ['welcome', 'welcomeback', 'reset', 'reconnect', 'mutation'],
        includeResult: true,
        includeMutations: false,
        enableResume: true,
        visibility: 'transaction',
        tag: 'survival-pack.live',
      },
    )
    .subscribe({
      next(event) {
        switch (event.type) {
          case 'welcome':
          case 'reset':
            void loadAll()
            break
          case 'welcomeback':
            show({ connected: true })
            break
          case 'reconnect':
            show({ connected: false })
            break
          case 'mutation':
            performance.clearMarks(CHANGE_MARK)
            performance.mark(CHANGE_MARK)
            changes.set(event.documentId, event.transition === 'disappear' ? undefined : event.result)
            timer ??= setTimeout(apply, TOGETHER)
            break
        }
      },
      error(error: unknown) {
        loading?.abort()
        loading = undefined
        show({ status: 'failed', error, connected: false })
      },
    })

  return {
    [Symbol.dispose]() {
      subscription.unsubscribe()
      loading?.abort()
      if (timer !== undefined) clearTimeout(timer)
    },
  }
}

function put(
  documents: Map<string, PlainDocument>,
  changes: ReadonlyMap<string, PlainDocument | undefined>,
): void {
  for (const [id, document] of changes) {
    if (document === undefined) documents.delete(id)
    else documents.set(id, document)
  }
}
