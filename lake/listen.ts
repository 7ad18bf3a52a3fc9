import { identityOf } from './access.ts'
import { type JsonObject, type StoredDocument, variantOf } from './documents.ts'
import { ApiError } from './errors.ts'
import { type Call, flag, queryParams } from './http.ts'
import type { Lake } from './lake.ts'
import { committedSince } from './log.ts'
import { type Perspective, parsePerspective } from './perspective.ts'
import { type CompiledQuery, compileQuery, runQuery } from './query.ts'
import { EventStream } from './sse.ts'
import type { Committed } from './store.ts'

/** A listener that missed more transactions than this starts over instead of being told each of them. */
const MAX_REPLAY = 1000

interface Listener {
  stream: EventStream
  compiled: CompiledQuery
  params: JsonObject
  identity: string
  sees: (id: string) => boolean
  options: {
    includeResult: boolean
    includePreviousRevision: boolean
    includeMutations: boolean
    effects: boolean
    resumable: boolean
    visibility: string
  }
}

/**
 * `GET /data/listen/<dataset>`: a stream of the mutations of the documents that the query matches, before or after.
 * With `enableResume` each event has an ID (its place in the log), and a client that comes back with `Last-Event-ID`
 * is told what it missed (`welcomeback`), or to start over (`reset`); this works across restarts of the lake.
 */
export function answerListen(call: Call, lake: Lake): void {
  const { query: search, caller, request, response } = call
  const stream = new EventStream(response, () => {
    unsubscribe()
    lake.streams.remove(stream)
  })
  let unsubscribe = () => {}
  lake.streams.add(stream)
  failInStream(stream, () => {
    const listener = readListener(call, stream)
    const resumable = listener.options.resumable
    const last = lake.store.lastSeq()
    const id = resumable ? eventId(last, 0) : undefined
    const listenerName = lake.store.randomId()
    const lastEventId = request.headers['last-event-id'] ?? search.get('lastEventId')
    const missed =
      resumable && typeof lastEventId === 'string' ? readMissed(lake, lastEventId, last) : undefined
    // An anonymous caller may listen to a private dataset, and hears nothing.
    if (caller.kind === 'user')
      unsubscribe = lake.store.subscribe((committed) => {
        failInStream(stream, () => tell(listener, committed, lake))
      })
    if (missed === undefined) stream.send('welcome', { listenerName }, id)
    else if (missed === 'reset') stream.send('reset', { listenerName }, id)
    else {
      stream.send('welcomeback', { listenerName }, typeof lastEventId === 'string' ? lastEventId : id)
      if (caller.kind === 'user')
        for (const { committed, from } of missed) tell(listener, committed, lake, from)
    }
  })
}

/** Once a stream has begun, a fault is told inside it: the client stops, instead of connecting again and again. */
function failInStream(stream: EventStream, tellIt: () => void): void {
  try {
    tellIt()
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    stream.send('channelError', { message: error.message, ...error.body })
    stream.end()
  }
}

function readListener(call: Call, stream: EventStream): Listener {
  const { query: search } = call
  const params = queryParams(search)
  const given = search.get('perspective')
  const perspective = parsePerspective(given ?? 'raw', call.apiVersion)
  const allVersions = flag(search, 'includeAllVersions') || (given !== null && perspective === 'raw')
  return {
    stream,
    compiled: compileQuery(search.get('query') ?? '', params),
    params,
    identity: identityOf(call.caller),
    sees: visibleIds(perspective, allVersions),
    options: {
      includeResult: flag(search, 'includeResult'),
      includePreviousRevision: flag(search, 'includePreviousRevision'),
      includeMutations: search.get('includeMutations') !== 'false',
      effects: search.get('effectFormat') === 'mendoza',
      resumable: flag(search, 'enableResume'),
      visibility: search.get('visibility') ?? 'transaction',
    },
  }
}

/** Which IDs a perspective looks at. Copies in releases are left out unless they are asked for, as the client documents. */
function visibleIds(perspective: Perspective, allVersions: boolean): (id: string) => boolean {
  return (id) => {
    const variant = variantOf(id)
    if (perspective === 'raw') return allVersions || variant.kind !== 'version'
    if (variant.kind === 'published') return true
    return perspective.includes(variant.kind === 'draft' ? 'drafts' : variant.release)
  }
}

/** `<place of the transaction>.<number of the event in it, from 1>`; 0 stands for "all of it". */
function eventId(seq: number, index: number): string {
  return `${seq}.${index}`
}

function readMissed(lake: Lake, lastEventId: string, last: number) {
  const [, seqText, indexText] = /^(\d{1,15})\.(\d{1,9})$/.exec(lastEventId) ?? []
  if (seqText === undefined || indexText === undefined) return 'reset' as const
  const seq = Number(seqText)
  const index = Number(indexText)
  if (seq > last || last - seq > MAX_REPLAY) return 'reset' as const
  // A connection may break in the middle of a transaction: its remaining events come first.
  const missed = committedSince(lake.store, index === 0 ? seq : seq - 1)
  return missed.map((committed) => ({ committed, from: committed.seq === seq ? index : 0 }))
}

function matches(listener: Listener, document: StoredDocument | null, lake: Lake): boolean {
  if (!document || !listener.sees(document._id)) return false
  // The filter is put to this one document; references in it are followed through the whole dataset.
  const one = [document]
  const view = {
    all: () => one,
    ofTypes: (types: readonly string[]) => (types.includes(document._type) ? one : []),
    get: (id: string) => (id === document._id ? document : lake.store.dataset.get(id)),
  }
  const { compiled, params, identity } = listener
  const exact = compiled.sources.every(({ by, values }) => by === '_type' || values.includes(document._id))
  if (!exact) return false
  const found = runQuery(compiled, params, view, lake.queryContext(identity))
  return Array.isArray(found) ? found.length > 0 : found !== null && found !== false
}

function tell(listener: Listener, committed: Committed, lake: Lake, from = 0): void {
  const { options, stream } = listener
  let current = 0
  for (const change of committed.changes) {
    current++
    if (current <= from) continue
    const before = matches(listener, change.before, lake)
    const after = matches(listener, change.after, lake)
    if (!before && !after) continue
    const transition = before && after ? 'update' : after ? 'appear' : 'disappear'
    const event: JsonObject = {
      eventId: `${committed.id}#${change.id}`,
      documentId: change.id,
      transactionId: committed.id,
      transition,
      identity: committed.author,
      ...(change.before ? { previousRev: change.before._rev } : {}),
      resultRev: committed.id,
      timestamp: committed.timestamp,
      visibility: options.visibility === 'query' ? 'query' : 'transaction',
      transactionTotalEvents: committed.changes.length,
      transactionCurrentEvent: current,
      mutations: options.includeMutations ? change.mutations : [],
    }
    if (options.includeResult && change.after) event['result'] = change.after
    if (options.includePreviousRevision && change.before) event['previous'] = change.before
    if (options.effects) event['effects'] = { apply: change.apply, revert: change.revert }
    stream.send('mutation', event, options.resumable ? eventId(committed.seq, current) : undefined)
  }
}
