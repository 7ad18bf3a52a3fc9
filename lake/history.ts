import { requireUser } from './access.ts'
import { draftIdOf, publishedIdOf, type StoredDocument, variantOf } from './documents.ts'
import { dataError } from './errors.ts'
import { eventsOf } from './history-events.ts'
import { type Call, sendJson } from './http.ts'
import type { Lake } from './lake.ts'
import { changesOf, copiesOf, documentAt, type LoggedChange, seqOf } from './log.ts'

/** `GET /data/history/<dataset>/…`: documents at a revision, transactions, and events. Needs a token. */
export function answerHistory(call: Call, lake: Lake): void {
  requireUser(call.caller)
  const [, , , kind, ...rest] = call.segments
  const [part, id] = rest
  if (kind === 'documents') sendDocuments(call, lake, part ?? '')
  else if (kind === 'transactions') sendTransactions(call, lake, part ?? '')
  else if (kind === 'events' && part === 'documents') sendEvents(call, lake, id ?? '')
  else if (kind === 'events' && part === 'releases')
    sendJson(call.response, 200, { events: [], nextCursor: '' })
  else throw dataError(404, 'notFound', 'Unknown part of the history')
}

/** The documents as they were at `revision=<transaction>` or `time=<ISO 8601>`; without either, as they are. */
function sendDocuments(call: Call, lake: Lake, ids: string): void {
  const { store } = lake
  const revision = call.query.get('revision')
  const time = call.query.get('time')
  let seq = Number.MAX_SAFE_INTEGER
  if (revision !== null) seq = seqOf(store, revision) ?? -1
  else if (time !== null) {
    const at = Date.parse(time)
    if (Number.isNaN(at)) throw dataError(400, 'validationError', '"time" must be a date and time')
    const row = store.db
      .prepare('SELECT max(seq) AS seq FROM transactions WHERE timestamp <= ?')
      .get(new Date(at).toISOString())
    seq = Number(row?.['seq'] ?? 0)
  }
  const documents: StoredDocument[] = []
  for (const id of ids.split(',')) {
    const document = seq < 0 ? null : documentAt(store, id, seq)
    if (document) documents.push(document)
  }
  sendJson(call.response, 200, { documents })
}

/** The transactions that changed the documents, one JSON object a line, oldest first unless `reverse`. */
function sendTransactions(call: Call, lake: Lake, idList: string): void {
  const ids = idList.split(',')
  const { query, response } = call
  const bySeq = Map.groupBy(changesOf(lake.store, ids), ({ seq }) => seq)
  let transactions = [...bySeq.values()].filter((changes) => inRange(changes, call, lake))
  if (query.get('reverse') === 'true') transactions = transactions.reverse()
  const limit = Math.min(Number(query.get('limit') ?? 50) || 50, 1000)
  const excludeContent = query.get('excludeContent') === 'true'
  const effects = query.get('effectFormat') === 'mendoza'
  response.writeHead(200, { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' })
  for (const changes of transactions.slice(0, limit)) {
    const [first] = changes
    if (!first) continue
    const line = {
      id: first.transactionId,
      timestamp: first.timestamp,
      author: first.author,
      documentIDs: changes.map(({ documentId }) => documentId),
      mutations: excludeContent ? [] : changes.flatMap(({ mutations }) => mutations),
      ...(effects
        ? {
            effects: Object.fromEntries(
              changes.map(({ documentId, apply, revert }) => [documentId, { apply, revert }]),
            ),
          }
        : {}),
    }
    response.write(`${JSON.stringify(line)}\n`)
  }
  response.end()
}

function inRange(changes: LoggedChange[], { query }: Call, lake: Lake): boolean {
  const [first] = changes
  if (!first) return false
  const from = query.get('fromTransaction')
  const to = query.get('toTransaction')
  const fromTime = query.get('fromTime')
  const toTime = query.get('toTime')
  const authors = query.get('authors')
  const { seq, author } = first
  const time = Date.parse(first.timestamp)
  return (
    (!from || seq >= (seqOf(lake.store, from) ?? Number.MAX_SAFE_INTEGER)) &&
    (!to || seq <= (seqOf(lake.store, to) ?? 0)) &&
    (!fromTime || time >= Date.parse(fromTime)) &&
    (!toTime || time <= Date.parse(toTime)) &&
    (!authors || authors.split(',').includes(author))
  )
}

/** What happened to a document, the newest first, as Studio's history panel tells it. */
function sendEvents(call: Call, lake: Lake, id: string): void {
  const publishedId = publishedIdOf(id)
  const variant = variantOf(id)
  const ids =
    variant.kind === 'version'
      ? [publishedId, id]
      : [publishedId, draftIdOf(publishedId), ...copiesOf(lake.store, publishedId)]
  const events = eventsOf(changesOf(lake.store, [...new Set(ids)]), id)
  const limit = Math.max(1, Math.min(Number(call.query.get('limit') ?? 100) || 100, 1000))
  const start = Number(call.query.get('nextCursor') ?? 0) || 0
  const page = events.slice(start, start + limit)
  const nextCursor = start + limit < events.length ? String(start + limit) : ''
  sendJson(call.response, 200, { events: { [id]: page }, nextCursor })
}
