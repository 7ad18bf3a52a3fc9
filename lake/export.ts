import { once } from 'node:events'
import { requireUser } from './access.ts'
import type { StoredDocument } from './documents.ts'
import { dataError } from './errors.ts'
import type { Call } from './http.ts'
import type { Lake } from './lake.ts'

/** Documents of one answer when the caller asks for pages. */
const PAGE = 500

/**
 * `GET /data/export/<dataset>`: every document, published and draft, a line each (NDJSON), in the order of their IDs.
 *
 * `types` (names separated by commas) leaves out other types. With `nextCursor`, empty for the first page, the answer is a
 * page that ends with a line `{"nextCursor": …}` while there is more; without it, one consistent snapshot.
 *
 * @throws ApiError 401 for nobody, 400 for a cursor that is none
 */
export async function answerExport(call: Call, lake: Lake): Promise<void> {
  requireUser(call.caller)
  const types = call.query.get('types')?.split(',') ?? []
  const cursor = call.query.get('nextCursor')
  const documents = lake.store.dataset
    .all()
    .filter(({ _type }) => types.length === 0 || types.includes(_type))
    .toSorted((a, b) => (a._id < b._id ? -1 : 1))
  if (cursor === null) {
    await sendLines(call, documents)
    return
  }
  const after = cursor === '' ? undefined : readCursor(cursor)
  const rest = after === undefined ? documents : documents.filter(({ _id }) => _id > after)
  const last = rest.length > PAGE ? rest[PAGE - 1] : undefined
  await sendLines(call, rest.slice(0, PAGE), last && { nextCursor: cursorAfter(last) })
}

function cursorAfter({ _id }: StoredDocument): string {
  return Buffer.from(_id, 'utf8').toString('base64url')
}

function readCursor(cursor: string): string {
  if (!/^[A-Za-z0-9_-]+$/.test(cursor)) throw dataError(400, 'validationError', 'The cursor is malformed')
  return Buffer.from(cursor, 'base64url').toString('utf8')
}

async function sendLines({ response }: Call, documents: readonly StoredDocument[], end?: object) {
  response.writeHead(200, {
    'content-type': 'application/x-ndjson; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  for (const line of end === undefined ? documents : [...documents, end]) {
    if (response.destroyed) return
    // A reader that is slower than the lake decides the pace, so that memory stays flat.
    if (!response.write(`${JSON.stringify(line)}\n`))
      await Promise.race([once(response, 'drain'), once(response, 'close')])
  }
  response.end()
}
