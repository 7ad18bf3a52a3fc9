import { identityOf } from './access.ts'
import { isObject, type StoredDocument } from './documents.ts'
import { dataError } from './errors.ts'
import { type Call, queryParams, readJson, sendJson } from './http.ts'
import type { Lake } from './lake.ts'
import { EMPTY_VIEW, parsePerspective } from './perspective.ts'
import { compileQuery, runQuery } from './query.ts'
import { mapSources, tracing } from './source-map.ts'

/** `GET|POST /data/query/<dataset>`: evaluates GROQ. Anonymous callers query an empty dataset. */
export async function answerQuery(call: Call, lake: Lake): Promise<void> {
  const started = performance.now()
  const body = call.method === 'POST' ? await readJson(call.request) : {}
  const query = body['query'] ?? call.query.get('query')
  if (typeof query !== 'string') throw dataError(400, 'validationError', 'The query is missing')
  const params = isObject(body['params']) ? body['params'] : queryParams(call.query)
  const asked = body['perspective'] ?? call.query.get('perspective') ?? undefined
  const perspective = parsePerspective(asked, call.apiVersion)
  const view = call.caller.kind === 'anonymous' ? EMPTY_VIEW : lake.store.views.of(perspective)
  const compiled = compileQuery(query, params)
  const context = lake.queryContext(identityOf(call.caller))
  const traced = wantsSources(call.query) ? tracing(compiled.tree) : undefined
  const result = runQuery({ ...compiled, ...traced }, params, view, context)
  sendJson(call.response, 200, {
    ...(call.query.get('returnQuery') === 'false' ? {} : { query }),
    ...(traced === undefined ? { result } : mapSources(traced, result)),
    syncTags: [],
    ms: Math.round(performance.now() - started),
  })
}

/** `resultSourceMap=true`, or `withKeyArraySelector`, which is what the map is written in either way. */
function wantsSources(search: URLSearchParams): boolean {
  return ['true', 'withKeyArraySelector'].includes(search.get('resultSourceMap') ?? '')
}

/** `GET /data/doc/<dataset>/<id>,<id>…`: documents by ID; the ones that cannot be had are listed as omitted. */
export function answerDocuments(call: Call, lake: Lake): void {
  const ids = (call.segments[3] ?? '').split(',').filter((id) => id !== '')
  const documents: StoredDocument[] = []
  const omitted: { id: string; reason: 'existence' | 'permission' }[] = []
  for (const id of ids) {
    const document = call.caller.kind === 'user' ? lake.store.dataset.get(id) : undefined
    if (document) documents.push(document)
    else omitted.push({ id, reason: call.caller.kind === 'user' ? 'existence' : 'permission' })
  }
  sendJson(call.response, 200, { documents, omitted })
}
