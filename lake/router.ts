import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerAuth, answerKeyValue, answerMe, answerUsers } from './account.ts'
import { answerActions } from './actions.ts'
import { answerAsset } from './asset-serve.ts'
import { answerUpload } from './asset-upload.ts'
import { answerDocuments, answerQuery } from './data.ts'
import { httpError } from './errors.ts'
import { answerExport } from './export.ts'
import { answerHistory } from './history.ts'
import { type Call, sendJson } from './http.ts'
import type { Lake } from './lake.ts'
import { answerListen } from './listen.ts'
import { answerLive } from './live.ts'
import { answerMutate } from './mutate.ts'
import { answerProject } from './project.ts'

type Endpoint = (call: Call, lake: Lake) => void | Promise<void>

const READ = ['GET', 'HEAD']
const OK = (body: unknown): Endpoint => {
  return ({ response }) => sendJson(response, 200, body)
}

/** Methods, path and answer; `*` stands for any one segment, `**` for the rest, `:dataset` for the lake's own dataset. */
const ROUTES: readonly [methods: readonly string[], path: string, endpoint: Endpoint][] = [
  [['GET', 'POST'], 'data/query/:dataset', answerQuery],
  [READ, 'data/doc/:dataset/*', answerDocuments],
  [['POST'], 'data/mutate/:dataset', answerMutate],
  [['GET', 'POST'], 'data/actions/:dataset', answerActions],
  [['GET'], 'data/listen/:dataset', answerListen],
  [['GET'], 'data/live/events/:dataset', answerLive],
  [['GET'], 'data/export/:dataset', answerExport],
  // References from other datasets, which Studio asks for before it deletes: a lake holds one dataset alone.
  [READ, 'data/references/:dataset/documents/*/to', OK({ totalCount: 0, references: [] })],
  [READ, 'data/history/:dataset/**', answerHistory],
  [['POST'], 'assets/images/:dataset', answerUpload],
  [['POST'], 'assets/files/:dataset', answerUpload],
  [READ, 'images/**', answerAsset],
  [READ, 'files/**', answerAsset],
  [READ, 'users/me', answerMe],
  [['GET', 'PUT'], 'users/me/keyvalue', answerKeyValue],
  [READ, 'users/me/keyvalue/*', answerKeyValue],
  [READ, 'users/*', answerUsers],
  [['GET', 'POST'], 'auth/*', answerAuth],
  [READ, 'projects/*/**', answerProject],
  [READ, 'projects/*', answerProject],
  [READ, 'features', OK([])],
  [READ, 'features/*', OK(false)],
  [READ, 'journey/**', OK(null)],
  [READ, 'intake/telemetry-status', OK({ status: 'denied' })],
  [['POST'], 'intake/batch', OK({ ok: true })],
  [READ, 'schedules/**', OK({ schedules: [] })],
  [READ, 'subscriptions/**', OK(null)],
  [READ, 'help', OK({})],
  [READ, 'geoip/country', OK(null)],
  [READ, 'ping', OK({ pong: true })],
  // Studio asks for this now and then, to learn how fast edits come back.
  [READ, 'data/ping/:dataset', OK({ pong: true })],
  [READ, 'check/cors', checkCors],
]

/** `GET /check/cors`: whether the page that asks may use the lake. */
function checkCors({ request, response }: Call, lake: Lake): void {
  const { origin } = request.headers
  const allowed = origin !== undefined && lake.origins.has(origin)
  sendJson(response, 200, { result: { allowed, withCredentials: allowed } })
}

/** Answers a request, or throws the ApiError that it is to be answered with. */
export async function route(request: IncomingMessage, response: ServerResponse, lake: Lake): Promise<void> {
  const url = readUrl(request)
  const method = request.method ?? 'GET'
  const found = ROUTES.find(([methods, path]) => methods.includes(method) && fits(path, url.segments, lake))
  if (!found) {
    const otherMethod = ROUTES.some(([, path]) => fits(path, url.segments, lake))
    if (otherMethod) throw httpError(405, `${method} is not possible here`)
    const [area, kind, dataset] = url.segments
    if (
      ['data', 'assets'].includes(area ?? '') &&
      dataset &&
      ROUTES.some(([, path]) => path.startsWith(`${area}/${kind}/`))
    ) {
      throw httpError(404, `Dataset not found: the lake has "${lake.dataset}" alone`)
    }
    warnOnce(method, url.pathname)
    throw httpError(404, `Not found: ${method} ${url.pathname}`)
  }
  const [, , endpoint] = found
  await endpoint(
    { request, response, method, ...url, caller: lake.access.identify(request.headers.authorization) },
    lake,
  )
}

/**
 * Splits a request's address: API version, decoded path segments, query.
 * @throws ApiError 400 when it is malformed
 */
export function readUrl(request: IncomingMessage) {
  try {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const parts = url.pathname.split('/').filter((part) => part !== '')
    const version = /^v(\d+|X|\d{4}-\d\d-\d\d)$/.exec(parts[0] ?? '')?.[1]
    const segments = (version === undefined ? parts : parts.slice(1)).map(decodeURIComponent)
    return { pathname: url.pathname, segments, apiVersion: version ?? '1', query: url.searchParams }
  } catch {
    throw httpError(400, 'The address of the request is malformed')
  }
}

function fits(path: string, segments: readonly string[], lake: Lake): boolean {
  const pattern = path.split('/')
  const open = pattern.at(-1) === '**'
  if (open ? segments.length < pattern.length : segments.length !== pattern.length) return false
  return pattern.every((part, index) => {
    if (part === '*' || part === '**') return true
    return segments[index] === (part === ':dataset' ? lake.dataset : part)
  })
}

const warned = new Set<string>()

/** Tells of an endpoint that the lake does not know, once: Studio may have learnt to ask for something new. */
function warnOnce(method: string, pathname: string): void {
  const line = `unexpected endpoint ${method} ${pathname}`
  if (warned.has(line) || warned.size > 1000) return
  warned.add(line)
  process.stderr.write(`${line}\n`)
}
